using Draizer.Domain.Outputs;
using Draizer.Grains.Hosting;
using Draizer.Grains.Performance;
using Draizer.Grains.Tests.Fakes;
using Draizer.Trading.Ports;

namespace Draizer.Grains.Tests.Performance;

public sealed class PerformanceTests
{
    [Fact]
    public async Task All_of_a_session_adds_up()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Sample(1_000);
        scene.Tell.Trip(realized: 12, fees: 2, id: 1);
        scene.Tell.Trip(realized: -4, fees: 1, id: 2);
        await scene.BeatAsync(60);
        scene.Tell.Sample(1_005);
        await scene.BeatAsync(30);
        scene.Tell.Position(PositionChange.Opened, unrealized: 3);
        scene.Tell.Balance(1_004.5m, margin: 200, realized: 8, fees: 3.5m);

        var performance = await OfAsync(scene);

        // Wallet 1,000 + 8 - 3.5 = 1,004.5; equity + 3 = 1,007.5. Wins 12 - 2 = 10, losses -4 - 1 = -5: factor 2.
        Assert.Equal((7.5m, 0.75m), (performance.TotalPnl, performance.TotalPnlPct));
        Assert.Equal((8m, 3m, 3.5m), (performance.RealizedPnl, performance.UnrealizedPnl, performance.Commission));
        Assert.Equal(performance.TotalPnl, performance.RealizedPnl + performance.UnrealizedPnl - performance.Commission - performance.Funding);
        Assert.Equal((2, 1, 1, 2m), (performance.Trades.Trades, performance.Trades.Wins, performance.Trades.Losses, performance.Trades.ProfitFactor));
        Assert.Equal([1_000m, 1_005m, 1_007.5m], performance.Curve.Select(p => p.Equity));
        Assert.Equal(1, performance.Confidence[8].Wins);
    }

    [Fact]
    public async Task A_window_counts_what_closed_in_it_against_the_equity_at_its_start()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Tell.Trip(realized: 50, id: 1);
        scene.Tell.Sample(1_050);
        scene.Time.Advance(TimeSpan.FromHours(2));
        scene.Tell.Sample(1_040);
        scene.Time.Advance(TimeSpan.FromMinutes(30));
        scene.Tell.Trip(realized: 10, fees: 1, id: 2);
        scene.Tell.Balance(1_050, realized: 60, fees: 10);

        var performance = await OfAsync(scene, TimeSpan.FromHours(1));

        Assert.Equal((1_040m, 10m, 1), (performance.InitialEquity, performance.TotalPnl, performance.Trades.Trades));
        Assert.Equal((10m, 1m), (performance.RealizedPnl, performance.Commission));
        Assert.Equal(2, (await OfAsync(scene, TimeSpan.FromDays(7))).Trades.Trades);
    }

    [Fact]
    public async Task What_memory_let_go_comes_from_the_store_and_what_the_store_lags_from_memory()
    {
        await using var scene = await Scene.StartedAsync(new SessionHostOptions { RoundTripsInMemory = 2, EquitySamplesInMemory = 2 });
        for (var i = 1; i <= 4; i++)
        {
            var trip = scene.Tell.Trip(realized: i, id: i);
            scene.Tell.Sample(1_000 + i);
            if (i <= 3)
            {
                scene.Store.Trips.Add((Scene.Id, trip));
                scene.Store.Equity.Add((Scene.Id, new EquityPoint(scene.Time.NowUs, 1_000 + i)));
            }

            await scene.BeatAsync(60);
        }

        var all = await OfAsync(scene);
        Assert.Equal((4, 10m), (all.Trades.Trades, all.Trades.NetPnl));
        Assert.Equal([1_001m, 1_002m, 1_003m, 1_004m, 1_000m], all.Curve.Select(p => p.Equity));

        // Memory reaches back two minutes, so a window of that needs no store.
        scene.Store.IsFailing = true;
        Assert.Equal(1, (await OfAsync(scene, TimeSpan.FromSeconds(90))).Trades.Trades);
        await Assert.ThrowsAsync<IOException>(() => scene.Session.GetPerformanceAsync(window: null));
    }

    [Fact]
    public async Task A_session_without_anything_has_no_invented_numbers()
    {
        await using var scene = await Scene.StartedAsync();

        var performance = await OfAsync(scene);

        Assert.Equal((0m, 0), (performance.TotalPnl, performance.Trades.Trades));
        Assert.Null(performance.Trades.WinRate);
        Assert.Null(performance.Equity.Sharpe);
        Assert.Equal(1_000m, Assert.Single(performance.Curve).Equity);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_001, 1_000)]
    [InlineData(10_080, 1_000)]
    public void A_long_curve_is_thinned_evenly_and_keeps_its_ends(int count, int expected)
    {
        var points = Enumerable.Range(0, count).Select(i => new EquityPoint(i, i)).ToList();

        var thinned = EquityThinning.Thin(points, most: 1_000);

        Assert.Equal(expected, thinned.Count);
        Assert.Equal(points.Take(1), thinned.Take(1));
        Assert.Equal(points.TakeLast(1), thinned.TakeLast(1));
        Assert.Equal(thinned.Select(p => p.TimeUs).Distinct().Order(), thinned.Select(p => p.TimeUs));
    }

    private static async Task<PerformanceView> OfAsync(Scene scene, TimeSpan? window = null) =>
        (await scene.Session.GetPerformanceAsync(window)).Value!;
}
