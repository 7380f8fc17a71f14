using System.Text.Json;
using Draizer.Domain.Sessions;
using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded.Tables;

/// <summary>A row for each time a session was saved.</summary>
internal static class SessionTable
{
    // Saving the same again adds nothing.
    private const string InsertSql = """
        INSERT INTO sessions (
          session_id, ts, seq, ord, session_name, session_type, status, status_reason, strategy_ids, symbols, start_time, end_time,
          initial_balance, current_balance, equity, total_pnl, total_trades, winning_trades, losing_trades, win_rate, max_drawdown,
          idempotency_key, document)
        SELECT
          $session, $ts, (SELECT coalesce(max(seq), 0) + 1 FROM sessions WHERE session_id = $session), 0, $name, $type, $status,
          $reason, $strategies, $symbols, $start, $end, $initial, $balance, $equity, $pnl, $trades, $wins, $losses, $winRate,
          $drawdown, $key, $document
        WHERE NOT EXISTS (SELECT 1 FROM latest_sessions WHERE session_id = $session AND document = $document)
        """;

    public static void Insert(SqliteConnection connection, SessionRecord session)
    {
        using var command = connection.CreateCommand();
        command.CommandText = InsertSql;
        Add("$session", session.SessionId);
        Add("$ts", session.UpdatedUs);
        Add("$name", session.Name);
        Add("$type", session.SessionType);
        Add("$status", EnumWords<SessionStatus>.Upper(session.Status));
        Add("$reason", session.StatusReason);
        Add("$strategies", WriteNames(session.Strategies.Keys));
        Add("$symbols", WriteNames(session.Instruments));
        Add("$start", session.CreatedUs);
        Add("$end", session.StoppedUs);
        Add("$initial", Real.From(session.InitialBalance));
        Add("$balance", Real.From(session.Balance.Wallet));
        Add("$equity", Real.From(session.Balance.Equity));
        Add("$pnl", Real.From(session.Balance.Equity - session.InitialBalance));
        Add("$trades", session.Trades);
        Add("$wins", session.Wins);
        Add("$losses", session.Losses);
        Add("$winRate", session.Trades == 0 ? null : 100.0 * session.Wins / session.Trades);
        Add("$drawdown", Real.From(session.MaxDrawdownPct));
        Add("$key", session.IdempotencyKey);
        Add("$document", SessionDocument.Write(session));
        command.ExecuteNonQuery();

        void Add(string name, object? value) => command.Parameters.AddWithValue(name, value ?? DBNull.Value);
    }

    public static SessionRecord? Find(SqliteConnection connection, string sessionId) =>
        FindFirst(connection, "SELECT document FROM sessions WHERE session_id = $value ORDER BY seq DESC LIMIT 1", sessionId);

    public static SessionRecord? FindByIdempotencyKey(SqliteConnection connection, string key) =>
        FindFirst(
            connection,
            "SELECT document FROM latest_sessions WHERE idempotency_key = $value ORDER BY start_time, session_id LIMIT 1",
            key);

    public static Page<SessionRecord> ReadPage(SqliteConnection connection, InstrumentCodes instruments, SessionQuery query)
    {
        var page = new PageQuery("sessions", "latest_sessions", "document", "start_time", "session_id")
            .Where("status", query.Status is { } status ? EnumWords<SessionStatus>.Upper(status) : null);
        if (query.Strategy is { } strategy)
            page.WhereSql("EXISTS (SELECT 1 FROM json_each(strategy_ids) WHERE value = $value)", strategy);
        return page.Read(
            connection, instruments, query.Limit, query.Cursor,
            row => SessionDocument.Read(row.Text()),
            session => (session.CreatedUs, session.SessionId));
    }

    private static SessionRecord? FindFirst(SqliteConnection connection, string sql, string value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$value", value);
        return command.ExecuteScalar() is string document ? SessionDocument.Read(document) : null;
    }

    private static string WriteNames(IEnumerable<string> names) =>
        JsonSerializer.Serialize(names, SessionDocumentContext.Default.IEnumerableString);
}
