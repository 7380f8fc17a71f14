using Draizer.Domain.Commands;
using Draizer.Domain.Markets;
using Draizer.Domain.Orders;
using Draizer.Domain.Outputs;
using Draizer.Domain.Positions;
using Draizer.Domain.Sessions;
using Draizer.Trading.Engine;

namespace Draizer.Trading.Tests.Execution;

/// <summary>
/// What holds whatever happens: random prices, wishes and commands over three sessions. The bench checks balances, stamps, due times
/// and that ended orders stay so; here is what only the whole walk shows. A failure names the seed that brings it back.
/// </summary>
public sealed class ExecutionPropertyTests
{
    private const int Walks = 100;
    private const int EventsPerWalk = 250;

    private static readonly string[] Sessions = ["a", "b", "c"];

    [Fact]
    public void Every_order_ends_and_every_balance_adds_up_whatever_happens()
    {
        var seen = new HashSet<string>();
        for (var seed = 1; seed <= Walks; seed++)
        {
            try
            {
                new Walk(seed, seen).Run();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}: {exception.Message}", exception);
            }
        }

        // The walks must have been eventful, or they prove nothing.
        string[] wanted =
        [
            "Filled", "Partial", "Open", "Rejected", "Cancelled", "insufficient_margin", "max_position_size", "stale_market", "replaced",
            "position_closed", "session_not_running", "Liquidated", "StopLoss", "TakeProfit", "Strategy", "Emergency", "Manual",
            "SessionStop", "Flipped", "Stopped", "Error",
        ];
        Assert.Equal([], wanted.Except(seen));
    }

    [Fact]
    public void The_same_inputs_give_the_same_outputs()
    {
        for (var seed = 1; seed <= 10; seed++)
            Assert.Equal(new Walk(seed, []).Run(), new Walk(seed, []).Run());
    }

    private sealed class Walk(int seed, HashSet<string> seen)
    {
        private readonly Random _random = new(seed);
        private readonly ExecutionBench _bench = new();
        private readonly double[] _prices = [100, 67_000, 100];
        private readonly Dictionary<(string Session, string Symbol), PositionSnapshot> _positions = [];
        private readonly Dictionary<string, SessionStatus> _statuses = [];
        private readonly Dictionary<string, decimal> _tripPnl = [];
        private readonly List<string> _history = [];
        private long _timeUs = 1;

        public List<string> Run()
        {
            foreach (var session in Sessions)
            {
                var realism = ExecutionBench.Plain with
                {
                    OrderLatencyMs = _random.Next(3) * 40,
                    ReportLatencyMs = _random.Next(3) * 20,
                    SlippageMax = _random.Next(3) * 0.001,
                    FlatFee = _random.Next(3) == 0 ? 0.5m : null,
                };
                var limits = new RiskLimits { MaxSpreadPct = 5, MaxLeverage = 100, MaxPositionSizeUsd = _random.Next(2) == 0 ? 3_000 : 100_000 };
                _bench.Start(ExecutionBench.Session(session, realism, limits, _random.Next(50, 2_000)));
                Learn();
            }

            for (var i = 0; i < EventsPerWalk; i++)
            {
                _timeUs += _random.Next(30) == 0 ? 3_000_000 : _random.Next(0, 60_000);
                Happen();
                Learn();
            }

            End();
            return _history;
        }

        private void Happen()
        {
            var session = Sessions[_random.Next(Sessions.Length)];
            switch (_random.Next(20))
            {
                case < 11:
                    _bench.Market(_timeUs, Price(), _random.Next(3) == 0 ? [Wish()] : []);
                    break;
                case < 17:
                    _bench.Intents(_timeUs, Wish());
                    break;
                case 17:
                    decimal? quantity = _random.Next(2) == 0 ? null : _random.Next(0, 200) / 100m;
                    _bench.Command(_timeUs, new ClosePosition(session, _random.Next(3), quantity));
                    break;
                case 18:
                    _bench.Command(_timeUs, _random.Next(3) == 0 ? new PauseSession(session) : new ResumeSession(session));
                    break;
                default:
                    if (_random.Next(20) == 0)
                        _bench.Command(_timeUs, new StopSession(session, _random.Next(2) == 0));
                    else
                        _bench.Clock(_timeUs, lagUs: _random.Next(2_000_000));
                    break;
            }
        }

        private MarketEvent Price()
        {
            var instrument = _random.Next(3);
            var move = 1 + (_random.Next(-100, 101) / (_random.Next(12) == 0 ? 800.0 : 20_000.0));
            var price = _prices[instrument] = Math.Round(_prices[instrument] * move, 1);
            return _random.Next(10) switch
            {
                < 4 => MarketEvent.Quote(instrument, _timeUs, price, _random.Next(0, 20), Math.Round(price * 1.0005, 1), _random.Next(0, 20)),
                < 8 => MarketEvent.Trade(instrument, _timeUs, price, _random.Next(1, 300) / 100.0, Side.Buy),
                8 => MarketEvent.Mark(instrument, _timeUs, price),
                _ => MarketEvent.Funding(instrument, _timeUs, _random.Next(-100, 100) / 20_000.0),
            };
        }

        private Intent Wish()
        {
            var session = Sessions[_random.Next(Sessions.Length)];
            var instrument = _random.Next(3);
            if (_random.Next(2) == 0)
            {
                return ExecutionBench.Open(_timeUs, _random.Next(2) == 0 ? PositionSide.Long : PositionSide.Short, instrument, session) with
                {
                    BasePositionPct = _random.Next(400) == 0 ? double.NaN : _random.Next(1, 300) / 100.0,
                    Leverage = _random.Next(1, 60),
                    StopLossPct = _random.Next(2) == 0 ? _random.Next(1, 40) : null,
                    TakeProfitPct = _random.Next(2) == 0 ? _random.Next(1, 40) : null,
                };
            }

            return ExecutionBench.Close(_timeUs, (IntentKind)_random.Next(1, 4), instrument, session) with
            {
                CloseShiftPct = _random.Next(0, 3) / 10.0,
            };
        }

        private void Learn()
        {
            foreach (var output in _bench.Outputs)
            {
                _history.Add(output.ToString());
                switch (output)
                {
                    case OrderChanged { Order: var order }:
                        seen.Add(order.Status.ToString());
                        seen.Add(order.Reason ?? "");
                        Assert.True(order.FilledQuantity <= order.Quantity, "filled more than was ordered");
                        Assert.Equal(order.Status == OrderStatus.Filled, order.Quantity > 0 && order.FilledQuantity == order.Quantity);
                        break;
                    case PositionChanged { Position: var position } changed:
                        FollowPosition(changed, position);
                        break;
                    case RoundTripClosed { RoundTrip: var trip } closed:
                        seen.Add(trip.CloseReason.ToString());
                        _tripPnl[closed.SessionId] = _tripPnl.GetValueOrDefault(closed.SessionId) + trip.NetPnl;
                        break;
                    case SessionStatusChanged status:
                        seen.Add(status.Status.ToString());
                        _statuses[status.SessionId] = status.Status;
                        break;
                }
            }

            CheckPositions();
        }

        // One net position at a time: it opens, changes under its own id, and is closed before another opens.
        private void FollowPosition(PositionChanged changed, PositionSnapshot position)
        {
            var key = (changed.SessionId, position.Instrument.Symbol);
            Assert.Equal(changed.Change != PositionChange.Opened, _positions.TryGetValue(key, out var before));
            Assert.True(before is null || before.PositionId == position.PositionId, "a position changed its id");
            if (changed.Change == PositionChange.Closed)
                _positions.Remove(key);
            else
                _positions[key] = position;
        }

        private void CheckPositions()
        {
            foreach (var (session, status) in _statuses)
            {
                // An account in error has ended its orders but is not looked at any more.
                if (status == SessionStatus.Error)
                    continue;

                var margin = _positions.Where(p => p.Key.Session == session).Sum(p => p.Value.Margin);
                Assert.Equal(_bench.Balance(session).Margin, margin);
            }
        }

        /// <summary>Stops everything, then gives every market a price: what was accepted must come to its end.</summary>
        private void End()
        {
            _timeUs += 1_000_000;
            foreach (var session in Sessions)
            {
                _bench.Command(_timeUs, new StopSession(session, ClosePositions: true));
                Learn();
            }

            for (var round = 0; round < 3; round++)
            {
                for (var instrument = 0; instrument < 3; instrument++)
                {
                    _timeUs += 100_000;
                    _bench.Quote(_timeUs, _prices[instrument], _prices[instrument], instrument: instrument);
                    Learn();
                }
            }

            Assert.Empty(_bench.Working);
            Assert.Empty(_positions);
            Assert.All(Sessions, session => Assert.Equal(SessionStatus.Stopped, _statuses[session]));
            foreach (var session in Sessions)
            {
                var balance = _bench.Balance(session);
                Assert.Equal((0m, 0m, balance.Wallet), (balance.Reserved, balance.Margin, balance.Available));
                Assert.Equal(_tripPnl.GetValueOrDefault(session), balance.RealizedPnl - balance.Fees - balance.Funding);
            }
        }
    }
}
