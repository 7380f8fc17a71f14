using Draizer.Domain.Outputs;
using Draizer.Storage.Embedded.Tables;
using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded;

/// <summary>Writes batches with statements that are prepared once.</summary>
internal sealed class BatchInsert(SqliteConnection connection, InstrumentCodes codes) : IDisposable
{
    private readonly RowInsert _alerts = AlertTable.Prepare(connection);
    private readonly RowInsert _balances = BalanceTable.Prepare(connection);
    private readonly RowInsert _equity = EquityTable.Prepare(connection);
    private readonly RowInsert _fills = FillTable.Prepare(connection);
    private readonly RowInsert _operations = OperationTable.Prepare(connection);
    private readonly RowInsert _orders = OrderTable.Prepare(connection);
    private readonly RowInsert _positions = PositionTable.Prepare(connection);
    private readonly RowInsert _quotes = TickTables.PrepareQuotes(connection);
    private readonly RowInsert _signals = SignalTable.Prepare(connection);
    private readonly RowInsert _ticks = TickTables.PrepareTicks(connection);
    private readonly RowInsert _transitions = TransitionTable.Prepare(connection);

    private IEnumerable<RowInsert> All =>
        [_alerts, _balances, _equity, _fills, _operations, _orders, _positions, _quotes, _signals, _ticks, _transitions];

    /// <summary>Writes all of a batch or nothing.</summary>
    public void Write(StoreBatch batch, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            foreach (var output in batch.Outputs)
                Write(output);

            for (var i = 0; i < batch.Ticks.Count; i++)
                TickTables.Insert(_ticks, _quotes, codes, batch.Ticks[i]);

            cancellationToken.ThrowIfCancellationRequested();
            transaction.Commit();
        }
        catch
        {
            // A row that failed half-way must not leave its first values to the next one.
            foreach (var insert in All)
                insert.Clear();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var insert in All)
            insert.Dispose();
    }

    private void Write(Output output)
    {
        switch (output)
        {
            case SignalChanged changed:
                SignalTable.Insert(_signals, changed);
                break;
            case StrategyTransitioned transitioned:
                TransitionTable.Insert(_transitions, transitioned);
                break;
            case OrderChanged changed:
                OrderTable.Insert(_orders, changed);
                break;
            case FillMade made:
                FillTable.Insert(_fills, made);
                break;
            case PositionChanged changed:
                PositionTable.Insert(_positions, changed);
                break;
            case RoundTripClosed closed:
                OperationTable.Insert(_operations, closed);
                break;
            case BalanceChanged changed:
                BalanceTable.Insert(_balances, changed);
                break;
            case EquitySampled sampled:
                EquityTable.Insert(_equity, sampled);
                break;
            case AlertRaised raised:
                AlertTable.Insert(_alerts, raised);
                break;
            case PositionMarked: // Prices are in the ticks.
            case CommandAnswered: // Of use only to the one who asked.
            case SessionStatusChanged: // Saved with the session's record.
                break;
            default:
                throw new ArgumentException($"{output.GetType().Name} has no table.", nameof(output));
        }
    }
}
