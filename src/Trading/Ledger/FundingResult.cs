namespace Draizer.Trading.Ledger;

/// <summary>What a funding settlement moved.</summary>
/// <param name="HadPosition">False when there was nothing to settle.</param>
/// <param name="Payment">What was paid; negative when received.</param>
/// <param name="FromMargin">The part of it that the available balance could not cover.</param>
/// <param name="Forgiven">What neither the available balance nor the margin could pay.</param>
public readonly record struct FundingResult(bool HadPosition, decimal Payment, decimal FromMargin, decimal Forgiven);
