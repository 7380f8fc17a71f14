using System.Text.Json;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Signals;
using Draizer.Domain.Strategies;
using Draizer.Grains.Performance;
using Draizer.Grains.Sessions;
using Draizer.Grains.Strategies;
using Draizer.Grains.Tests.Fakes;

namespace Draizer.Grains.Tests.Sessions;

/// <summary>Messages and replies must survive a wire, so that a session need not live where its caller does.</summary>
public sealed class TravelTests
{
    public static TheoryData<string> Messages { get; } = [.. AllMessages().Select(m => m.GetType().Name)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_arrives_as_it_was_sent(string name)
    {
        var message = AllMessages().Single(m => m.GetType().Name == name);
        var sent = JsonSerializer.Serialize(message);

        var arrived = JsonSerializer.Deserialize<SessionMessage>(sent)!;

        Assert.Equal(message.GetType(), arrived.GetType());
        Assert.Equal(sent, JsonSerializer.Serialize(arrived));
    }

    [Fact]
    public void Every_kind_of_message_is_tested()
    {
        var kinds = typeof(SessionMessage).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SessionMessage)) && !t.IsAbstract);
        Assert.Equal(kinds.Select(t => t.Name).Order(StringComparer.Ordinal), AllMessages().Select(m => m.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_start_request_keeps_what_its_strategies_calculate()
    {
        var sent = new StartMessage(Scene.Request());

        var arrived = (StartMessage)JsonSerializer.Deserialize<SessionMessage>(JsonSerializer.Serialize<SessionMessage>(sent))!;

        Assert.Equal(Scene.Definition.SignalDetection.Conditions, arrived.Request.Definitions[0].SignalDetection.Conditions);
        Assert.Equal(Scene.Definition.CloseOrderDetection.Conditions, arrived.Request.Definitions[0].CloseOrderDetection.Conditions);
        Assert.Equal(sent.Request.Realism, arrived.Request.Realism);
    }

    [Fact]
    public async Task Replies_arrive_as_they_were_sent()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Core.Values["rsi"] = 55;
        scene.Tell.Signal(1, Section.S1, SignalStatus.Pending);
        scene.Tell.Step(StrategyState.Monitoring, StrategyState.SignalDetected, "S1", cooldownUntilUs: scene.Time.NowUs + 9_000_000);
        scene.Tell.Order(1, OrderStatus.Filled);
        scene.Tell.Position(PositionChange.Opened, unrealized: 3);
        scene.Tell.Trip(5);
        scene.Tell.Sample(1_005);
        await scene.BeatAsync(2);

        AssertTravels(await scene.Session.GetAsync());
        AssertTravels(await scene.Session.SnapshotAsync());
        AssertTravels(await scene.Session.GetPositionsAsync());
        AssertTravels<SessionReply<IReadOnlyList<StrategyStateView>>>(await scene.Session.GetStrategyStatesAsync());
        AssertTravels<SessionReply<PerformanceView>>(await scene.Session.GetPerformanceAsync(TimeSpan.FromHours(1)));
        AssertTravels(await scene.Session.PauseAsync());
        AssertTravels(await scene.Session.ClosePositionAsync(0, quantity: 1));
    }

    private static IEnumerable<SessionMessage> AllMessages() =>
    [
        new StartMessage(Scene.Request()), new StopMessage(ClosePositions: true), new PauseMessage(), new ResumeMessage(),
        new ClosePositionMessage(1, 0.003m), new ShutDownMessage(), new GetMessage(), new GetPositionsMessage(),
        new GetStrategyStatesMessage(), new GetPerformanceMessage(TimeSpan.FromHours(24)), new SnapshotMessage(),
    ];

    private static void AssertTravels<T>(T reply)
    {
        var sent = JsonSerializer.Serialize(reply);
        Assert.Equal(sent, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(sent)));
        Assert.NotEqual("null", sent);
    }
}
