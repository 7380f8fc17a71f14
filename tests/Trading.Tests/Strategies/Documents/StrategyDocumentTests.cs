using Draizer.Domain.Strategies;
using Draizer.Trading.Strategies.Documents;
using Draizer.Trading.Strategies.Shipped;

namespace Draizer.Trading.Tests.Strategies.Documents;

public sealed class StrategyDocumentTests
{
    [Fact]
    public void Parse_NameAlone_FillsInTheDefaults()
    {
        var result = StrategyDocument.Parse("""{ "strategy_name": "plain" }""");

        Assert.True(result.IsValid);
        Assert.Empty(result.Faults);
        Assert.Equal(new StrategyLimits(), result.Definition.Limits);
        Assert.Equal(StrategyDirection.Long, result.Definition.Direction);
        Assert.Empty(result.Definition.SignalDetection.Conditions);
    }

    [Fact]
    public void Parse_FiveFaults_AnswersFivePathsAtOnce()
    {
        var result = StrategyDocument.Parse("""
            {
              "strategy_name": "faulty",
              "global_limits": { "leverage": 5, "max_leverage": 3, "stop_loss_pct": -1 },
              "signal_detection": { "conditions": [
                { "condition_type": "pump_magnitude", "operator": ">=", "value": 8 },
                { "condition_type": "rsi", "operator": "=>", "value": 8 } ] },
              "entry_conditions": { "conditions": [ { "condition_type": "rsi", "operator": "between", "value": [80, 40] } ] }
            }
            """);

        Assert.False(result.IsValid);
        Assert.Equal(
            [
                "$.entry_conditions.conditions[0].value invalid_value",
                "$.global_limits.leverage out_of_range",
                "$.global_limits.stop_loss_pct out_of_range",
                "$.signal_detection.conditions[0].condition_type unknown_indicator",
                "$.signal_detection.conditions[1].operator unknown_operator",
            ],
            result.Faults.Select(f => $"{f.Path} {f.Code}").Order(StringComparer.Ordinal));
        Assert.All(result.Faults, fault => Assert.NotEmpty(fault.Message));
    }

    [Theory]
    [InlineData("""{}""", "$.strategy_name missing")]
    [InlineData("""[]""", "$ wrong_type")]
    [InlineData("""{ "strategy_name": "Big" }""", "$.strategy_name invalid_value")]
    [InlineData("""{ "strategy_name": "" }""", "$.strategy_name invalid_value")]
    [InlineData("""{ "strategy_name": 5 }""", "$.strategy_name wrong_type")]
    [InlineData("""{ "strategy_name": "a", "strategy_name": "b" }""", "$.strategy_name duplicate_field")]
    [InlineData("""{ "strategy_name": "a", "kind": "cross_exchange", "legs": [] }""", "$.kind not_supported")]
    [InlineData("""{ "strategy_name": "a", "odd one": 1 }""", "$['odd one'] unknown_field")]
    [InlineData("""{ "strategy_name": "a", "enabled": "yes" }""", "$.enabled wrong_type")]
    [InlineData("""{ "strategy_name": "a", "direction": "UP" }""", "$.direction invalid_value")]
    [InlineData("""{ "strategy_name": "a", "direction": "BOTH" }""", "$.direction invalid_value")]
    public void Parse_TopLevelFault_IsNamed(string json, string expected) => AssertOneFault(json, expected);

    [Theory]
    [InlineData("\"base_position_pct\": 0", "base_position_pct out_of_range")]
    [InlineData("\"base_position_pct\": 1.01", "base_position_pct out_of_range")]
    [InlineData("\"max_position_size_usd\": 0", "max_position_size_usd out_of_range")]
    [InlineData("\"leverage\": 0", "leverage out_of_range")]
    [InlineData("\"leverage\": 201", "leverage out_of_range")]
    [InlineData("\"leverage\": 2.5", "leverage invalid_value")]
    [InlineData("\"leverage\": \"3\"", "leverage wrong_type")]
    [InlineData("\"take_profit_pct\": -0.1", "take_profit_pct out_of_range")]
    [InlineData("\"signal_timeout_s\": -1", "signal_timeout_s out_of_range")]
    [InlineData("\"max_hold_s\": null", "max_hold_s wrong_type")]
    [InlineData("\"close_timeout_s\": 1e400", "close_timeout_s out_of_range")]
    [InlineData("\"cooldown_after_exit_s\": -0.001", "cooldown_after_exit_s out_of_range")]
    [InlineData("\"fade\": 1", "fade wrong_type")]
    [InlineData("\"stop_loss\": 1", "stop_loss unknown_field")]
    public void Parse_LimitsFault_IsNamed(string limit, string expected) =>
        AssertOneFault($$"""{ "strategy_name": "a", "global_limits": { {{limit}} } }""", "$.global_limits." + expected);

    [Theory]
    [InlineData("""{ "operator": ">", "value": 1 }""", "[0].condition_type missing")]
    [InlineData("""{ "condition_type": "rsi", "value": 1 }""", "[0].operator missing")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">" }""", "[0].value missing")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">", "value": "1" }""", "[0].value wrong_type")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">", "value": [1, 2] }""", "[0].value wrong_type")]
    [InlineData("""{ "condition_type": "rsi", "operator": "between", "value": 5 }""", "[0].value wrong_type")]
    [InlineData("""{ "condition_type": "rsi", "operator": "between", "value": [1, 1] }""", "[0].value invalid_value")]
    [InlineData("""{ "condition_type": "rsi", "operator": "between", "value": [1, 2, 3] }""", "[0].value invalid_value")]
    [InlineData("""{ "condition_type": "rsi", "operator": "between", "value": [1, true] }""", "[0].value[1] wrong_type")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">", "value": 1, "note": "x" }""", "[0].note unknown_field")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">", "value": 1, "parameters": { "t1": 5 } }""", "[0].parameters.t1 unknown_parameter")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">", "value": 1, "parameters": { "period": 0 } }""", "[0].parameters.period out_of_range")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">", "value": 1, "parameters": { "period": "5" } }""", "[0].parameters.period wrong_type")]
    [InlineData("""{ "condition_type": "twap", "operator": ">", "value": 1, "parameters": { "t1": 5, "t2": 5 } }""", "[0].parameters.t2 contradiction")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">", "value": { "condition_type": "smaa" } }""", "[0].value.condition_type unknown_indicator")]
    [InlineData("""{ "condition_type": "rsi", "operator": ">", "value": { "condition_type": "sma", "x": 1 } }""", "[0].value.x unknown_field")]
    [InlineData("7", "[0] wrong_type")]
    public void Parse_ConditionFault_IsNamed(string condition, string expected) => AssertOneFault(
        $$"""{ "strategy_name": "a", "signal_detection": { "conditions": [ {{condition}} ] } }""", "$.signal_detection.conditions" + expected);

    [Theory]
    [InlineData("""{ "logic": "XOR", "conditions": [] }""", ".logic invalid_value")]
    [InlineData("""{ "logic": "OR" }""", ".conditions missing")]
    [InlineData("""{ "conditions": {} }""", ".conditions wrong_type")]
    [InlineData("""[]""", " wrong_type")]
    public void Parse_GroupFault_IsNamed(string group, string expected) =>
        AssertOneFault($$"""{ "strategy_name": "a", "emergency_exit": {{group}} }""", "$.emergency_exit" + expected);

    [Theory]
    [InlineData("""{ "points": [[0, 1]] }""", ".risk_indicator missing")]
    [InlineData("""{ "risk_indicator": "atr" }""", ".points missing")]
    [InlineData("""{ "risk_indicator": "atr", "points": [] }""", ".points invalid_value")]
    [InlineData("""{ "risk_indicator": "atr", "points": [[0, 1], [0, 2]] }""", ".points[1] invalid_value")]
    [InlineData("""{ "risk_indicator": "atr", "points": [[0, -1]] }""", ".points[0][1] out_of_range")]
    [InlineData("""{ "risk_indicator": "atr", "points": [[0]] }""", ".points[0] invalid_value")]
    [InlineData("""{ "risk_indicator": "atr", "points": [[0, 100]] }""", ".points[0][1] out_of_range")]
    public void Parse_CurveFault_IsNamed(string curve, string expected) =>
        AssertOneFault($$"""{ "strategy_name": "a", "close_adjustment": {{curve}} }""", "$.close_adjustment" + expected);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{ "strategy_name": "a", }""")]
    [InlineData("""{ "strategy_name": "a" } // mine""")]
    [InlineData("""{ "strategy_name": "\ud800" }""")]
    [InlineData("""{ "\ud800": "a" }""")]
    public void Parse_TextThatIsNotJson_IsRefusedAtTheRoot(string json) => AssertOneFault(json, "$ invalid_json");

    [Fact]
    public void Parse_HalfACharacter_IsRefused() => AssertOneFault("{ \"strategy_name\": \"" + '\ud800' + "\" }", "$ invalid_json");

    [Fact]
    public void Parse_BrokenJson_SaysWhere()
    {
        var fault = Assert.Single(StrategyDocument.Parse("{\n  oops }").Faults);

        Assert.Contains("line 2, position 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AbsurdDepthOrSize_IsRefused()
    {
        AssertOneFault(new string('[', 1_000) + new string(']', 1_000), "$ invalid_json");
        AssertOneFault(new string(' ', StrategyDocument.MaxLength + 1), "$ out_of_range");
    }

    [Fact]
    public void Parse_InsideALargerDocument_PointsThere()
    {
        var result = StrategyDocument.Parse(
            """{ "strategy_name": "b", "enabled": 1 }""", "$.strategy_config.a", expectedName: "a");

        Assert.Equal(
            ["$.strategy_config.a.strategy_name invalid_value", "$.strategy_config.a.enabled wrong_type"],
            result.Faults.Select(f => $"{f.Path} {f.Code}"));
    }

    [Fact]
    public void Parse_AnotherIndicatorAsValue_IsCompared()
    {
        var result = StrategyDocument.Parse("""
            { "strategy_name": "cross", "signal_detection": { "conditions": [
              { "condition_type": "ema_ticks", "operator": ">", "parameters": { "period": 50 },
                "value": { "condition_type": "ema_ticks", "parameters": { "period": 500 } } } ] } }
            """);

        var condition = Assert.Single(result.Definition!.SignalDetection.Conditions);
        Assert.Equal("ema_ticks(period=50)", condition.Indicator.Label);
        Assert.Equal("ema_ticks(period=500)", condition.Other!.Label);
    }

    [Fact]
    public void Parse_RandomlyMutatedDocuments_NeverThrowsAndAlwaysAnswers()
    {
        const string Alphabet = "{}[]\",:-+.0189eEtfn \\u\ud83d_xS/*";
        var original = ShippedStrategies.All["pump_dump_detection"].DocumentJson;
        for (var seed = 0; seed < 4_000; seed++)
        {
            var random = new Random(seed);
            var text = original.ToList();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(4))
                {
                    case 0:
                        text[at] = Alphabet[random.Next(Alphabet.Length)];
                        break;
                    case 1:
                        text.RemoveAt(at);
                        break;
                    case 2:
                        text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
                        break;
                    default:
                        text.RemoveRange(at, Math.Min(random.Next(40), text.Count - at));
                        break;
                }
            }

            var json = new string([.. text]);
            var failure = Record.Exception(() =>
            {
                var result = StrategyDocument.Parse(json);
                Assert.True(result.IsValid == (result.Faults.Count == 0));
                Assert.All(result.Faults, fault => Assert.StartsWith("$", fault.Path, StringComparison.Ordinal));
            });
            Assert.True(failure is null, $"Seed {seed}: {failure}\n{json}");
        }
    }

    private static void AssertOneFault(string json, string expected)
    {
        var result = StrategyDocument.Parse(json);

        Assert.Null(result.Definition);
        Assert.Equal([expected], result.Faults.Select(f => $"{f.Path} {f.Code}"));
    }
}
