using Draizer.Domain.Outputs;
using Draizer.Domain.Strategies;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each step of a strategy's state machine.</summary>
internal static class TransitionTable
{
    private const string Columns = """
        session_id, ts, seq, ord, strategy_name, venue, symbol, from_state, to_state, trigger, indicator_values, episode_id,
        signal_id, order_id, reason, cooldown_until_ts
        """;

    public static RowInsert Prepare(SqliteConnection connection) => new(connection, "strategy_transitions", Columns);

    public static void Insert(RowInsert row, StrategyTransitioned output) => row.AddKey(output)
        .Add(output.Strategy).Add(output.Instrument)
        .Add(EnumWords<StrategyState>.Upper(output.From))
        .Add(EnumWords<StrategyState>.Upper(output.To))
        .Add(output.Trigger)
        .Add(IndicatorJson.Write(output.Values))
        .Add(output.EpisodeId).Add(output.SignalId).Add(output.OrderId)
        .Add(output.Reason)
        .Add(output.CooldownUntilUs)
        .Run();
}
