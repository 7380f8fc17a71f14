using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Trading.Engine;

namespace Draizer.Simulation.Tests.Playing;

/// <summary>One input of a recording.</summary>
internal readonly record struct Input(
    InputKind Kind, long TimeUs, MarketEvent Market = default, Command? Command = null, bool IsHistory = false);
