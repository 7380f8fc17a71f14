using System.Globalization;
using System.Text.Json;
using Draizer.Domain.Markets;
using Draizer.Domain.Positions;
using Draizer.Trading.Ledger;
using static Draizer.Trading.Tests.Ledger.LedgerVector;

namespace Draizer.Trading.Tests.Ledger;

public sealed class LedgerVectorTests
{
    private static readonly string[] Symbols = ["BTC_USDT", "ETH_USDT", "PEPE_USDT"];

    [Theory]
    [InlineData("ledger-a", 24)]
    [InlineData("ledger-b", 18)]
    [InlineData("ledger-c", 10)]
    [InlineData("ledger-d", 10)]
    public void A_recorded_account_is_reproduced_step_by_step_to_the_last_digit(string name, int statesExpected)
    {
        var vector = Read(name);
        var ledger = new FuturesLedger("USDT", vector.Initial);
        var states = 0;

        for (var i = 0; i < vector.Steps.Count; i++)
        {
            var step = vector.Steps[i];
            var where = $"{name} step {i}: ";
            Same(Text(step, "result"), Apply(ledger, step, vector.MaintenanceRate), where + "result");

            var price = Text(step, "price") is null ? Money(step, "mark") : Money(step, "price");
            var status = ledger.Mark(InstrumentOf(step), price).Status;
            Same(Text(step, "after_mark"), status.ToString().ToLowerInvariant(), where + "after_mark");

            if (step.TryGetProperty("state", out var state))
            {
                CheckAccount(ledger, state, where);
                states++;
            }
        }

        Assert.Equal(statesExpected, states);
    }

    private static string? Apply(FuturesLedger ledger, JsonElement step, decimal maintenanceRate)
    {
        switch (Text(step, "op"))
        {
            case "fill":
                return ledger.Fill(new FillRequest
                {
                    Instrument = InstrumentOf(step),
                    Side = Text(step, "side") == "BUY" ? Side.Buy : Side.Sell,
                    Quantity = Money(step, "quantity"),
                    Price = Money(step, "price"),
                    Leverage = step.GetProperty("leverage").GetInt32(),
                    FeeRate = Money(step, "fee_rate"),
                    MaintenanceRate = maintenanceRate,
                }).Status == FillStatus.Filled ? "filled" : "insufficient_margin";
            case "funding":
                return ledger.ApplyFunding(InstrumentOf(step), Money(step, "rate"), Money(step, "mark")).HadPosition ? "paid" : "none";
            default:
                return null;
        }
    }

    private static void CheckAccount(FuturesLedger ledger, JsonElement state, string where)
    {
        Same(Money(state, "wallet"), ledger.Wallet, where + "wallet");
        Same(Money(state, "available"), ledger.Available, where + "available");
        Same(Money(state, "realised"), ledger.Realized, where + "realized");
        Same(Money(state, "fees"), ledger.Fees, where + "fees");
        Same(Money(state, "funding"), ledger.Funding, where + "funding");
        Same(state.GetProperty("round_trips").GetInt32(), ledger.RoundTrips, where + "round trips");
        Same(state.GetProperty("wins").GetInt32(), ledger.Wins, where + "wins");
        Same(state.GetProperty("losses").GetInt32(), ledger.Losses, where + "losses");

        var positions = state.GetProperty("positions");
        Same(positions.GetArrayLength(), ledger.OpenPositions.Count, where + "open positions");
        foreach (var expected in positions.EnumerateArray())
            CheckPosition(ledger.PositionOf(InstrumentOf(expected)), expected, where + Text(expected, "symbol") + " ");
    }

    private static void CheckPosition(LedgerPosition? position, JsonElement expected, string where)
    {
        Assert.True(position is not null, where + "is missing");
        Same(Text(expected, "side") == "LONG" ? PositionSide.Long : PositionSide.Short, position.Side, where + "side");
        Same(Money(expected, "quantity"), position.Quantity, where + "quantity");
        Same(Money(expected, "cost"), position.Cost, where + "cost");
        Same(Money(expected, "margin"), position.Margin, where + "margin");
        Same(Money(expected, "unrealised"), position.UnrealizedPnl, where + "unrealized");
        SameRatio(expected, "entry_price", position.EntryPrice, where);
        SameRatio(expected, "unrealised_pct", position.UnrealizedPnlPct, where);
        SameRatio(expected, "liquidation_price", position.LiquidationPrice, where);
        SameRatio(expected, "margin_ratio_pct", position.MarginRatioPct, where);
    }

    // Quotients are recorded as the double nearest to them. Through text, because the cast from decimal is not always the nearest.
    private static void SameRatio(JsonElement expected, string property, decimal? actual, string where)
    {
        var value = expected.GetProperty(property);
        double? recorded = value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
        var text = actual?.ToString(CultureInfo.InvariantCulture);
        double? ours = text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);
        Same(recorded, ours, where + property);
    }

    private static void Same<T>(T expected, T actual, string what) =>
        Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, found {actual}");

    private static int InstrumentOf(JsonElement element) => Array.IndexOf(Symbols, Text(element, "symbol"));
}
