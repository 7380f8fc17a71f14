using Draizer.Pipeline.Telemetry;

namespace Draizer.Pipeline.Tests.Telemetry;

public sealed class LatencyHistogramTests
{
    private readonly LatencyHistogram _histogram = new();

    [Fact]
    public void Nothing_recorded_is_all_zeros()
    {
        Assert.Equal(default, _histogram.Summarize());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Percentiles_are_within_a_sixteenth_of_the_exact_ones(int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 10_000).Select(_ => (long)Math.Exp(random.NextDouble() * 30)).ToArray();
        foreach (var value in values)
            _histogram.Record(value);
        Array.Sort(values);

        var summary = _histogram.Summarize();

        Assert.Equal((values.Length, values[^1]), (summary.Count, summary.Max));
        Assert.Equal(values.Average(), summary.Average, values.Average() * 1e-9);
        AssertClose(values[4_999], summary.P50);
        AssertClose(values[9_899], summary.P99);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1_000_000_007)]
    [InlineData(long.MaxValue)]
    public void A_single_value_is_told_exactly(long value)
    {
        _histogram.Record(value);

        Assert.Equal(new LatencySummary(1, value, value, value, value), _histogram.Summarize());
    }

    [Fact]
    public void A_clock_that_ran_backwards_counts_as_no_time()
    {
        _histogram.Record(-5);

        Assert.Equal((1, 0), (_histogram.Summarize().Count, _histogram.Summarize().Max));
    }

    // The upper end of a bucket is told: never less than the value, and by no more than the bucket's width.
    private static void AssertClose(long exact, long told) => Assert.InRange(told, exact, exact + (exact / 16));
}
