using System.Diagnostics.CodeAnalysis;

namespace Draizer.Domain.Markets;

/// <summary>Every instrument the engine knows, by the small dense index that events carry.</summary>
public sealed class InstrumentCatalogue
{
    private readonly Instrument[] _instruments;
    private readonly Dictionary<(string Venue, string Symbol), int> _indexByName = [];

    public InstrumentCatalogue(IEnumerable<Instrument> instruments)
    {
        _instruments = [.. instruments];
        for (var i = 0; i < _instruments.Length; i++)
        {
            var instrument = _instruments[i];
            if (!_indexByName.TryAdd((instrument.Venue, instrument.Symbol), i))
                throw new ArgumentException($"{instrument} is listed twice.", nameof(instruments));
        }
    }

    public int Count => _instruments.Length;
    public IReadOnlyList<Instrument> All => _instruments;
    public Instrument this[int index] => _instruments[index];

    /// <summary>Venues in the order in which they were first listed.</summary>
    public IEnumerable<string> Venues => _instruments.Select(i => i.Venue).Distinct();

    public bool TryFind(string venue, string symbol, out int index) => _indexByName.TryGetValue((venue, symbol), out index);

    public bool TryFind(string venue, string symbol, [NotNullWhen(true)] out Instrument? instrument)
    {
        instrument = _indexByName.TryGetValue((venue, symbol), out var index) ? _instruments[index] : null;
        return instrument is not null;
    }
}
