using Draizer.Domain.Positions;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Strategies;

/// <summary>A strategy's position as the reports tell it.</summary>
internal sealed class PositionView
{
    private double _quantity;
    private double _entryPrice;
    private double _margin;

    public bool IsOpen { get; private set; }
    public PositionSide Side { get; private set; }
    public long OpenedUs { get; private set; }

    public void Take(Report report)
    {
        switch (report.Kind)
        {
            case ReportKind.EntryFilled or ReportKind.PositionChanged:
                IsOpen = true;
                Side = report.Side;
                OpenedUs = report.OpenedUs;
                _quantity = (double)report.Quantity;
                _entryPrice = (double)report.EntryPrice;
                _margin = (double)report.Margin;
                break;
            case ReportKind.Flat:
                IsOpen = false;
                break;
        }
    }

    /// <summary>Unrealized profit in percent of the margin; NaN without a position, a price or a margin.</summary>
    public double PnlPct(double lastPrice) =>
        IsOpen && _margin > 0 ? 100 * Side.Sign() * _quantity * (lastPrice - _entryPrice) / _margin : double.NaN;
}
