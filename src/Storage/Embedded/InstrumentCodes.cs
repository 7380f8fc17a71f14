using Draizer.Domain.Markets;
using Microsoft.Data.Sqlite;

namespace Draizer.Storage.Embedded;

/// <summary>
/// The numbers by which the database knows instruments. They outlive the catalogue, whose indices may be others in the next run.
/// </summary>
internal sealed class InstrumentCodes(InstrumentCatalogue catalogue)
{
    private const int NotListed = -1;

    private long[] _codes = [];
    private Dictionary<long, int> _indices = [];

    /// <summary>The code of a catalogue index.</summary>
    public long CodeOf(int index) => _codes[index];

    /// <summary>The catalogue index of a code, if it is still listed.</summary>
    public bool TryGetIndex(long code, out int index) => _indices.TryGetValue(code, out index) && index != NotListed;

    /// <summary>The code of an instrument of the catalogue; null for another.</summary>
    public long? Find(Instrument instrument) =>
        catalogue.TryFind(instrument.Venue, instrument.Symbol, out int index) ? _codes[index] : null;

    /// <summary>The instrument, or a stand-in with its names where the catalogue does not list it any more.</summary>
    public Instrument Find(string venue, string symbol) =>
        catalogue.TryFind(venue, symbol, out Instrument? instrument) ? instrument : NoLongerListed(venue, symbol);

    /// <summary>Gives a code to every instrument of the catalogue that has none.</summary>
    public void Register(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using (var insert = new RowInsert(connection, "instruments", "venue, symbol"))
        {
            foreach (var instrument in catalogue.All)
                insert.Add(instrument).Run();
        }

        var codes = new long[catalogue.Count];
        var indices = new Dictionary<long, int>();
        using (var command = connection.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = "SELECT instrument_id, venue, symbol FROM instruments";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var code = reader.GetInt64(0);
                if (catalogue.TryFind(reader.GetString(1), reader.GetString(2), out int index))
                    codes[index] = code;
                else
                    index = NotListed;
                indices.Add(code, index);
            }
        }

        transaction.Commit();
        _codes = codes;
        _indices = indices;
    }

    private static Instrument NoLongerListed(string venue, string symbol)
    {
        var assets = symbol.Split('_', 2);
        return new Instrument
        {
            Venue = venue,
            Symbol = symbol,
            MarketType = MarketType.Spot,
            BaseAsset = assets[0],
            QuoteAsset = assets.Length > 1 ? assets[1] : "",
            TickSize = 0,
            LotSize = 0,
            MakerFeeRate = 0,
            TakerFeeRate = 0,
        };
    }
}
