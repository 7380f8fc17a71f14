namespace Draizer.Trading.Strategies;

/// <summary>
/// Counts a session's intents. It counts by moments of core time and not by inputs, because a silent gap is one input in a recorded
/// file and many live.
/// </summary>
internal sealed class IntentBudget(StrategyStageOptions options)
{
    private long _step = -1;
    private long _second = -1;
    private long _alertedSecond = -1;
    private int _inStep;
    private int _inSecond;

    public bool TryTake(in Step step)
    {
        var second = WholeSeconds.Floor(step.NowUs);
        if (second != _second)
            (_second, _inSecond) = (second, 0);
        if (step.Number != _step)
            (_step, _inStep) = (step.Number, 0);

        if (_inStep >= options.MaxIntentsPerEvent || _inSecond >= options.MaxIntentsPerSecond)
            return false;

        _inStep++;
        _inSecond++;
        return true;
    }

    /// <summary>True once per second, for the alert about a refusal.</summary>
    public bool ShouldAlert(in Step step)
    {
        var second = WholeSeconds.Floor(step.NowUs);
        if (second == _alertedSecond)
            return false;

        _alertedSecond = second;
        return true;
    }
}
