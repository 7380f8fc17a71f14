namespace Draizer.Trading.Tests.Strategies;

/// <summary>The table of states, row by row. Time-outs: signal 5 s, hold 20 s, close 2 s; cooldowns: 10, 30 and 4 s.</summary>
public sealed class StateTableTests
{
    [Fact]
    public void A_running_session_sets_its_strategies_to_work() => TradingScript.Check("""
        0     start   -> => MONITORING(session_running); => MONITORING(session_running)
        0.5   s1=0    -> nothing
        """);

    [Fact]
    public void A_disabled_strategy_stays_inactive() => TradingScript.Check(TestStrategy.Named("alpha") with { Enabled = false }, """
        0     start   -> nothing
        0.5   s1=1    -> nothing
        """);

    [Fact]
    public void A_signal_is_detected_once_per_episode() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1.5   s1=1           -> S1 PENDING; => SIGNAL_DETECTED(S1)
        2     s1=1           -> nothing
        2.5   o1=1           -> O1 EXECUTED; S1 CANCELLED(O1); => SIGNAL_CANCELLED(O1)
        3     o1=0           -> nothing
        14    clock          -> [13] => MONITORING(cooldown_over)
        14.5  s1=1           -> nothing
        15    s1=0           -> nothing
        15.5  s1=1           -> S1 PENDING; => SIGNAL_DETECTED(S1)
        """);

    [Fact]
    public void An_unready_value_ends_an_episode_and_never_starts_one() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=none        -> nothing
        1.5   s1=1 o1=1      -> S1 PENDING; => SIGNAL_DETECTED(S1); O1 EXECUTED; S1 CANCELLED(O1); => SIGNAL_CANCELLED(O1)
        5     s1=none o1=0   -> nothing
        6     s1=1           -> nothing
        13    clock          -> [12] => MONITORING(cooldown_over); [12] S1 PENDING; [12] => SIGNAL_DETECTED(S1)
        """);

    [Fact]
    public void A_signal_times_out_at_the_first_whole_second_after_its_deadline() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1.5   s1=1           -> S1 PENDING; => SIGNAL_DETECTED(S1)
        6.7   s1=1           -> nothing
        7     z1=1           -> S1 CANCELLED(signal_timeout); => SIGNAL_CANCELLED(signal_timeout)
        """);

    [Fact]
    public void A_signal_ends_with_the_pause_of_its_session() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1.5   s1=1           -> S1 PENDING; => SIGNAL_DETECTED(S1)
        2.5   pause          -> S1 CANCELLED(session_not_running); => SIGNAL_CANCELLED(session_not_running)
        12    s1=0           -> nothing
        13    clock          -> => MONITORING(cooldown_over)
        14    s1=1           -> nothing
        15    resume         -> S1 PENDING; => SIGNAL_DETECTED(S1)
        """);

    [Fact]
    public void Cancellation_is_tried_before_entry() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1           -> S1 PENDING; => SIGNAL_DETECTED(S1)
        2     o1=1 z1=1      -> O1 EXECUTED; S1 CANCELLED(O1); => SIGNAL_CANCELLED(O1)
        """);

    [Fact]
    public void A_refused_entry_cancels_the_signal_with_the_refusals_reason() => TradingScript.Check("""
        0     start                        -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1                    -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        9.5   s1=1                         -> nothing
        9.6   report refused wide_market   -> S1 REJECTED(wide_market); Z1 REJECTED(wide_market); => SIGNAL_CANCELLED(refused wide_market)
        30    clock                        -> [20] => MONITORING(cooldown_over)
        """);

    [Theory]
    [InlineData("Liquidated", "liquidated", 33)]
    [InlineData("StopLoss", "stop_loss", 33)]
    [InlineData("TakeProfit", "take_profit", 7)]
    [InlineData("Manual", "manual", 7)]
    [InlineData("SessionStop", "session_stop", 7)]
    public void A_position_that_others_close_leaves_as_an_exit_or_an_emergency(string reason, string trigger, int cooldownOver) =>
        TradingScript.Check($"""
            0     start                -> => MONITORING(session_running); => MONITORING(session_running)
            1     s1=1 z1=1            -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
            2     report filled        -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
            3     report flat {reason} -> => EXITED({trigger})
            50    clock                -> [{cooldownOver}] => MONITORING(cooldown_over)
            """);

    [Fact]
    public void An_emergency_comes_before_an_ordinary_close() => TradingScript.Check("""
        0     start                  -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1              -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled          -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     e1=1 ze1=1             -> E1 PENDING; => EMERGENCY_EXIT(E1); send EmergencyClose
        4     report flat Emergency  -> E1 EXECUTED; => EXITED(flat)
        50    clock                  -> [34] => MONITORING(cooldown_over)
        """);

    [Fact]
    public void A_close_at_market_ends_flat() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1      -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled  -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     ze1=1          -> ZE1 PENDING; => CLOSE_ORDER_EVALUATION(ZE1); send Close
        7     clock          -> nothing
        7.5   report flat    -> ZE1 EXECUTED; => EXITED(flat)
        50    clock          -> [12] => MONITORING(cooldown_over)
        """);

    [Fact]
    public void What_is_left_of_a_resting_close_goes_to_market_after_the_time_out() => TradingScript.Check("""
        0     start           -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1       -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled   -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3.5   ze1=1 risk=0.5  -> ZE1 PENDING; => CLOSE_ORDER_EVALUATION(ZE1); send Close shifted 0.5
        9     clock           -> [6] => CLOSE_ORDER_EVALUATION(close_timeout); [6] send CloseRemainder
        9.1   report flat     -> ZE1 EXECUTED; => EXITED(flat)
        """);

    [Fact]
    public void An_emergency_overtakes_a_resting_close() => TradingScript.Check("""
        0     start           -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1       -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled   -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     ze1=1 risk=0.5  -> ZE1 PENDING; => CLOSE_ORDER_EVALUATION(ZE1); send Close shifted 0.5
        4     e1=1            -> ZE1 CANCELLED(E1); E1 PENDING; => EMERGENCY_EXIT(E1); send EmergencyClose
        9     clock           -> nothing
        9.5   report flat     -> E1 EXECUTED; => EXITED(flat)
        40    clock           -> => MONITORING(cooldown_over)
        """);

    [Fact]
    public void A_stop_loss_during_a_close_cools_down_as_an_emergency() => TradingScript.Check("""
        0     start                 -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1             -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled         -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     ze1=1 risk=0.5        -> ZE1 PENDING; => CLOSE_ORDER_EVALUATION(ZE1); send Close shifted 0.5
        4     report flat StopLoss  -> ZE1 CANCELLED(stop_loss); => EXITED(stop_loss)
        50    clock                 -> [34] => MONITORING(cooldown_over)
        """);

    [Fact]
    public void A_position_is_held_no_longer_than_allowed() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1      -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2.2   report filled  -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        22    clock          -> nothing
        99    clock          -> [23] => CLOSE_ORDER_EVALUATION(max_hold); [23] send Close
        """);

    [Fact]
    public void A_rejected_exit_is_tried_again_at_most_once_a_second() => TradingScript.Check("""
        0     start                        -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1                    -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled                -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3.2   e1=1                         -> E1 PENDING; => EMERGENCY_EXIT(E1); send EmergencyClose
        3.3   report rejected no_market_data  -> alert exit_rejected; => EMERGENCY_EXIT(exit_rejected no_market_data)
        4     e1=1                         -> nothing
        5     clock                        -> send EmergencyClose
        7.5   report rejected no_market_data  -> alert exit_rejected; => EMERGENCY_EXIT(exit_rejected no_market_data); send EmergencyClose
        """);

    [Fact]
    public void After_the_close_time_out_a_rejected_exit_is_tried_again_at_market() => TradingScript.Check("""
        0     start                  -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1              -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled          -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     ze1=1 risk=0.5         -> ZE1 PENDING; => CLOSE_ORDER_EVALUATION(ZE1); send Close shifted 0.5
        4.5   report rejected x      -> alert exit_rejected; => CLOSE_ORDER_EVALUATION(exit_rejected x); send Close shifted 0.5
        5     clock                  -> => CLOSE_ORDER_EVALUATION(close_timeout); send CloseRemainder
        5.1   report rejected x      -> alert exit_rejected; => CLOSE_ORDER_EVALUATION(exit_rejected x)
        6     clock                  -> send Close
        """);

    [Fact]
    public void A_fill_after_the_pause_is_still_managed() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1      -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        1.5   pause          -> nothing
        2     report filled  -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     ze1=1          -> ZE1 PENDING; => CLOSE_ORDER_EVALUATION(ZE1); send Close
        """);

    [Fact]
    public void A_stop_closes_positions_at_market_and_leads_to_inactive() => TradingScript.Check("""
        0     start                    -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1 risk=0.5       -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled            -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     stop                     -> => CLOSE_ORDER_EVALUATION(session_stop); => INACTIVE(session_stop); send Close
        3.1   report flat SessionStop  -> => EXITED(flat)
        50    clock                    -> [8] => INACTIVE(cooldown_over)
        51    s1=0                     -> nothing
        52    s1=1                     -> nothing
        """);

    [Fact]
    public void A_stop_turns_a_resting_close_into_a_market_order_at_once() => TradingScript.Check("""
        0     start           -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1       -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled   -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     ze1=1 risk=0.5  -> ZE1 PENDING; => CLOSE_ORDER_EVALUATION(ZE1); send Close shifted 0.5
        4     stop            -> => CLOSE_ORDER_EVALUATION(session_stop); => INACTIVE(session_stop); send CloseRemainder
        """);

    [Fact]
    public void A_stop_that_keeps_positions_manages_them_until_flat() => TradingScript.Check("""
        0     start          -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1      -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled  -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3     stop keep      -> => INACTIVE(session_stop)
        4     ze1=1          -> ZE1 PENDING; => CLOSE_ORDER_EVALUATION(ZE1); send Close
        5     report flat    -> ZE1 EXECUTED; => EXITED(flat)
        9     clock          -> => INACTIVE(cooldown_over)
        """);

    [Fact]
    public void A_position_that_is_gone_before_its_filling_was_told_takes_both_steps() => TradingScript.Check("""
        0     start                 -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1             -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report flat StopLoss  -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled); => EXITED(stop_loss)
        """);

    [Fact]
    public void A_cooldown_of_nothing_is_over_at_once() => TradingScript.Check(
        TestStrategy.Named("alpha") with { Limits = TestStrategy.Limits with { CooldownAfterExitSeconds = 0 } }, """
        0     start                   -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1 z1=1               -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        2     report filled           -> S1 EXECUTED; Z1 EXECUTED; => POSITION_ACTIVE(filled)
        3.5   report flat TakeProfit  -> => EXITED(take_profit); => MONITORING(cooldown_over)
        """);

    [Fact]
    public void A_forgotten_session_does_nothing_more() => TradingScript.Check("""
        0     start    -> => MONITORING(session_running); => MONITORING(session_running)
        1     s1=1     -> S1 PENDING; => SIGNAL_DETECTED(S1)
        2     release  -> nothing
        60    clock    -> nothing
        61    pause    -> nothing
        """);

    [Fact]
    public void The_past_is_seen_and_not_traded_on() => TradingScript.Check("""
        0     start               -> => MONITORING(session_running); => MONITORING(session_running)
        1     history s1=1 z1=1   -> nothing
        2     clock               -> nothing
        3     s1=1                -> S1 PENDING; => SIGNAL_DETECTED(S1); Z1 PENDING; => ENTRY_EVALUATION(Z1); send Open
        """);
}
