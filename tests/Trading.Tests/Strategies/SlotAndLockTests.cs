using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies;

namespace Draizer.Trading.Tests.Strategies;

public sealed class SlotAndLockTests
{
    private static StrategyDefinition Alpha => TestStrategy.Named("alpha");

    private static StrategyDefinition Beta => TestStrategy.Named("beta", "beta.");

    private const string Started =
        "=> MONITORING(session_running); => MONITORING(session_running); "
        + "beta => MONITORING(session_running); beta => MONITORING(session_running)";

    [Fact]
    public void One_strategy_at_a_time_holds_an_instrument_and_the_other_is_recorded_once() => new TradingScript([Alpha, Beta]).Play($"""
        0     start               -> {Started}
        1.5   s1=1 beta.s1=1      -> S1 PENDING; => SIGNAL_DETECTED(S1); beta S1 BLOCKED(locked)
        2     beta.s1=1           -> nothing
        3     eth: beta.s1=1      -> beta S1 PENDING; beta => SIGNAL_DETECTED(S1)
        """);

    [Fact]
    public void A_blocked_episode_that_lasts_becomes_a_signal_at_the_second_after_the_lock_is_free() => new TradingScript([Alpha, Beta]).Play($"""
        0     start               -> {Started}
        1.5   s1=1 beta.s1=1      -> S1 PENDING; => SIGNAL_DETECTED(S1); beta S1 BLOCKED(locked)
        2.5   eth: s1=0           -> nothing
        4     clock               -> nothing
        9.5   clock               -> [7] S1 CANCELLED(signal_timeout); [7] => SIGNAL_CANCELLED(signal_timeout); [7] beta S1 PENDING; [7] beta => SIGNAL_DETECTED(S1)
        """);

    [Fact]
    public void Strategies_are_evaluated_in_the_order_of_their_names() => new TradingScript([Beta, Alpha]).Play($"""
        0     start               -> {Started}
        1.5   s1=1 beta.s1=1      -> S1 PENDING; => SIGNAL_DETECTED(S1); beta S1 BLOCKED(locked)
        """);

    [Fact]
    public void Without_a_free_slot_a_signal_is_blocked() => new TradingScript([Alpha], slots: 1).Play("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1           -> S1 PENDING; => SIGNAL_DETECTED(S1)
        2     eth: s1=1      -> S1 BLOCKED(no_slot)
        3     eth: s1=0      -> nothing
        4     eth: s1=1      -> S1 BLOCKED(no_slot)
        4.5   o1=1           -> O1 EXECUTED; S1 CANCELLED(O1); => SIGNAL_CANCELLED(O1)
        6     clock          -> [5] S1 PENDING; [5] => SIGNAL_DETECTED(S1)
        """);

    [Fact]
    public void What_exceeds_the_budget_of_intents_is_refused_with_one_alert_a_second() =>
        new TradingScript([Alpha], options: new StrategyStageOptions { MaxIntentsPerSecond = 1 }).Play("""
            0     start           -> => MONITORING(session_running); => MONITORING(session_running)
            1     s1=1 z1=1       -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
            1.5   eth: s1=1 z1=1  -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); alert intent_budget; S1 REJECTED(intent_budget); Z1 REJECTED(intent_budget); => SIGNAL_CANCELLED(refused intent_budget)
            1.6   report filled   -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
            1.7   e1=1            -> E1 PENDING; => EMERGENCY_EXIT(E1); alert exit_rejected; => EMERGENCY_EXIT(exit_rejected intent_budget)
            3     clock           -> send EmergencyClose
            """);
}
