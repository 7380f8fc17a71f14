using Draizer.Domain.Identity;
using Draizer.Domain.Markets;
using Draizer.Domain.Positions;
using Draizer.Trading.Ledger;

namespace Draizer.Trading.Tests.Ledger;

/// <summary>What holds whatever happens to an account, over random lives of it. A failure names the seed that brings it back.</summary>
public sealed class FuturesLedgerPropertyTests
{
    private const int Lives = 200;
    private const int OperationsPerLife = 120;
    private const decimal MaintenanceRate = 0.005m;

    [Fact]
    public void Whatever_happens_the_equations_of_the_account_hold()
    {
        var seen = new HashSet<string>();
        for (var seed = 1; seed <= Lives; seed++)
            Live(seed, seen);

        // The lives above must have been eventful, or they prove nothing.
        string[] events =
        [
            "Opened", "Added", "Reduced", "Closed", "Flipped", "InsufficientMargin", "NothingToReduce", "Liquidated", "Forgiven",
            "CappedLoss", "CappedFee", "Reserved", "ReservationRefused",
        ];
        Assert.Equal([], events.Except(seen));
    }

    private static void Live(int seed, HashSet<string> seen)
    {
        var random = new Random(seed);
        var initial = random.Next(5, 5_000);
        var ledger = new FuturesLedger("USDT", initial);
        var posted = new decimal[4];
        var closed = new List<ClosedTrip>();
        var prices = new[] { 67_000.1m, 3_100.25m, 0.000011292m };
        Collect(ledger, posted);

        for (var step = 0; step < OperationsPerLife; step++)
        {
            var where = $"seed {seed}, step {step}: ";
            var instrument = random.Next(prices.Length);
            prices[instrument] = Move(prices[instrument], random);
            var before = Fingerprint(ledger);
            var refused = Operate(ledger, random, instrument, prices[instrument], step, closed, seen);
            Collect(ledger, posted);

            Assert.True(!refused || before == Fingerprint(ledger), where + "a refusal left a trace");
            CheckEquations(ledger, initial, posted, closed, where);
        }
    }

    private static bool Operate(
        FuturesLedger ledger, Random random, int instrument, decimal price, int step, List<ClosedTrip> closed, HashSet<string> seen)
    {
        var order = new EntityId(1, random.Next(Math.Max(0, step - 10), step + 1), 0);
        switch (random.Next(11))
        {
            case < 5:
                return Fill(ledger, random, instrument, price, order, closed, seen);
            case 5:
                var funding = ledger.ApplyFunding(instrument, random.Next(-400, 400) / 10_000m, price);
                if (funding.Forgiven > 0)
                    seen.Add("Forgiven");
                return false;
            case 6:
                var reserved = ledger.TryReserve(new EntityId(1, step, 0), random.Next(1, 300) / 7m);
                seen.Add(reserved ? "Reserved" : "ReservationRefused");
                return !reserved;
            case 7:
                ledger.ReleaseReservation(order);
                return false;
            case 8:
                return !ledger.TryAddMargin(instrument, random.Next(1, 50) / 3m);
            default:
                var mark = ledger.Mark(instrument, price, step);
                CheckMarked(ledger, mark, instrument, price);
                if (mark.Closed is { } trip)
                {
                    closed.Add(trip);
                    seen.Add("Liquidated");
                }

                return false;
        }
    }

    private static bool Fill(
        FuturesLedger ledger, Random random, int instrument, decimal price, EntityId order, List<ClosedTrip> closed, HashSet<string> seen)
    {
        var position = ledger.PositionOf(instrument);
        var before = position is null ? default : (position.Side, position.Quantity, position.Margin);
        var request = new FillRequest
        {
            Instrument = instrument,
            Side = random.Next(2) == 0 ? Side.Buy : Side.Sell,
            Quantity = QuantityOf(position, price, random),
            Price = price,
            Leverage = random.Next(1, 100),
            FeeRate = random.Next(0, 10) / 10_000m,
            FlatFee = random.Next(5) == 0 ? random.Next(0, 300) / 100m : null,
            MaintenanceRate = MaintenanceRate,
            ReservedBy = random.Next(3) == 0 ? order : null,
            ReduceOnly = random.Next(4) == 0,
            TimeUs = 1,
        };

        var fill = ledger.Fill(request);

        seen.Add(fill.Status == FillStatus.Filled ? fill.Effect.ToString() : fill.Status.ToString());
        if (fill.Effect == PositionEffect.Closed && fill.Realized == -before.Margin)
            seen.Add("CappedLoss");
        if (fill.Effect == PositionEffect.Closed && request.FlatFee is { } fee && fill.Fee < fee)
            seen.Add("CappedFee");
        if (fill.Closed is { } trip)
            closed.Add(trip);

        if (request.ReduceOnly && fill.Status == FillStatus.Filled)
            Assert.Equal(before.Quantity - fill.Quantity, ledger.PositionOf(instrument)?.Quantity ?? 0m);
        return fill.Status != FillStatus.Filled;
    }

    private static decimal QuantityOf(LedgerPosition? position, decimal price, Random random) =>
        position is not null && random.Next(3) == 0
            ? position.Quantity
            : Math.Max(0.0001m, Math.Round(random.Next(1, 4_000) / price, random.Next(0, 5)));

    // Mostly small steps, now and then a gap that jumps over liquidation prices.
    private static decimal Move(decimal price, Random random) =>
        Math.Round(price * (1m + (random.Next(-100, 101) / (random.Next(10) == 0 ? 300m : 10_000m))), 10) + 0.0000000001m;

    private static void CheckMarked(FuturesLedger ledger, MarkResult mark, int instrument, decimal price)
    {
        var position = ledger.PositionOf(instrument);
        Assert.Equal(mark.Status == MarkStatus.Open, position is not null);
        if (position is not null)
            Assert.True(position.Margin + position.UnrealizedPnl > MaintenanceRate * position.Quantity * price);
    }

    private static void CheckEquations(FuturesLedger ledger, decimal initial, decimal[] posted, List<ClosedTrip> closed, string where)
    {
        var open = ledger.OpenPositions;
        Holds(ledger.Available + ledger.Margin + ledger.Reserved, ledger.Wallet, where + "parts of the wallet");
        Holds(initial + ledger.Realized - ledger.Fees - ledger.Funding, ledger.Wallet, where + "history of the wallet");
        Holds(open.Sum(p => p.Margin), ledger.Margin, where + "margins");
        Holds(closed.Sum(t => t.Realized) + open.Sum(p => p.Realized), ledger.Realized, where + "realized");
        Holds(closed.Sum(t => t.Fees) + open.Sum(p => p.Fees), ledger.Fees, where + "fees");
        Holds(closed.Sum(t => t.Funding) + open.Sum(p => p.FundingAccrued), ledger.Funding, where + "funding");
        Holds(closed.Count(t => t.NetPnl > 0), ledger.Wins, where + "wins");
        Holds(closed.Count(t => t.NetPnl < 0), ledger.Losses, where + "losses");
        Holds(open.Sum(p => p.Side.Sign() * ((p.Quantity * p.Mark) - p.Cost)), ledger.UnrealizedPnl, where + "unrealized");
        Holds(posted[(int)LedgerAccount.Available], ledger.Available, where + "postings to available");
        Holds(posted[(int)LedgerAccount.Margin], ledger.Margin, where + "postings to margin");
        Holds(posted[(int)LedgerAccount.Reserved], ledger.Reserved, where + "postings to reserved");
        Holds(0m, posted.Sum(), where + "both sides of all postings");
        Assert.True(ledger.Available >= 0 && ledger.Reserved >= 0 && open.All(p => p is { Quantity: > 0, Margin: >= 0 }), where + "signs");
    }

    private static void Collect(FuturesLedger ledger, decimal[] posted)
    {
        foreach (var posting in ledger.LastPostings)
        {
            Assert.Equal(posting.Amount, Domain.Money.Exact.Round(posting.Amount));
            posted[(int)posting.Account] += posting.Amount;
        }
    }

    private static string Fingerprint(FuturesLedger ledger) =>
        string.Join(
            '|', ledger.OpenPositions.Select(p => $"{p.Instrument} {p.Side} {p.Quantity} {p.Cost} {p.Margin}")
                .Append($"{ledger.Wallet} {ledger.Available} {ledger.Reserved} {ledger.Fees} {ledger.Funding} {ledger.RoundTrips}"));

    private static void Holds<T>(T expected, T actual, string what) =>
        Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: {expected} is not {actual}");
}
