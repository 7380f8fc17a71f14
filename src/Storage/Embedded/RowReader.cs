using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Money;
using Draizer.Domain.Outputs;
using Draizer.Trading.Ports;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded;

/// <summary>Reads the values of a row one after the other, in the order in which the query lists them.</summary>
internal sealed class RowReader(SqliteDataReader reader, InstrumentCodes instruments)
{
    private int _at;

    public bool Read()
    {
        _at = 0;
        return reader.Read();
    }

    public long Long() => reader.GetInt64(_at++);
    public int Int() => reader.GetInt32(_at++);
    public string Text() => reader.GetString(_at++);
    public decimal Money() => Exact.FromDouble(reader.GetDouble(_at++));
    public T Word<T>() where T : struct, Enum => EnumWords<T>.Parse(Text());
    public Stamp Stamp() => new(Long(), Long(), Int());

    /// <summary>NULL is how NaN was stored.</summary>
    public double Double() => IsNull() ? double.NaN : reader.GetDouble(_at++);

    public double? DoubleOrNull() => IsNull() ? null : reader.GetDouble(_at++);
    public decimal? MoneyOrNull() => IsNull() ? null : Money();
    public string? TextOrNull() => IsNull() ? null : Text();
    public EntityId Id() => ParseId(Text());
    public EntityId? IdOrNull() => TextOrNull() is { } text ? ParseId(text) : null;

    /// <summary>A venue and a symbol.</summary>
    public Instrument Instrument() => instruments.Find(Text(), Text());

    /// <summary>The session and the stamp with which a row begins; the rest is what <paramref name="read"/> makes of it.</summary>
    public Stored<T> Stored<T>(Func<RowReader, T> read) => new(Text(), Stamp(), read(this));

    private bool IsNull()
    {
        if (!reader.IsDBNull(_at))
            return false;

        _at++;
        return true;
    }

    private static EntityId ParseId(string text) =>
        EntityId.TryParse(text, out var id) ? id : throw new InvalidDataException($"'{text}' is not an id.");
}
