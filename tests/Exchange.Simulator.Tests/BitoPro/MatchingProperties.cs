using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Simulator.Tests.BitoPro;

/// <summary>What holds for the matching engine whatever is ordered and cancelled in whatever order.</summary>
public sealed class MatchingProperties
{
    private static readonly TradingPair Pair = TradingPairs.All[0];

    /// <summary>One thing that a customer does; amounts and prices are small integers scaled to lots and ticks.</summary>
    public sealed record Step(int Who, int Kind, bool IsBuy, int Amount, int Price, int Stop);

    private static Arbitrary<Step[]> Steps =>
        (
            from who in Gen.Choose(0, 2)
            from kind in Gen.Choose(0, 9)
            from isBuy in Gen.Elements(true, false)
            from amount in Gen.Choose(1, 2_000_000)
            from price in Gen.Choose(95, 105)
            from stop in Gen.Choose(95, 105)
            select new Step(who, kind, isBuy, amount, price, stop)
        )
            .ArrayOf()
            .ToArbitrary();

    [Fact]
    public void No_currency_appears_or_disappears() =>
        Check(world =>
        {
            foreach (var currency in new[] { Pair.Base, Pair.Quote })
            {
                var owned = world.Accounts.Sum(account => account.Balance(currency).Amount + account.Fees(currency));
                Assert.Equal(World.Funds * world.Accounts.Count, owned);
            }
        });

    [Fact]
    public void Nobody_has_less_than_nothing_and_holds_are_what_open_orders_hold() =>
        Check(world =>
        {
            foreach (var account in world.Accounts)
            {
                foreach (var currency in new[] { Pair.Base, Pair.Quote })
                {
                    var balance = account.Balance(currency);
                    var held = world.Orders.Where(order => order.Owner == account && order.SpendCurrency == currency);
                    Assert.True(balance.Available >= 0);
                    Assert.Equal(balance.Amount - balance.Available, held.Sum(order => order.Held));
                }
            }
        });

    [Fact]
    public void The_book_is_never_crossed() =>
        Check(world =>
        {
            var (bid, ask) = (world.Engine.Book.Bids.Best, world.Engine.Book.Asks.Best);
            Assert.True(bid is null || ask is null || bid.Price < ask.Price);
        });

    [Fact]
    public void Executed_and_remaining_are_the_original_and_the_fills_are_the_executed() =>
        Check(world =>
        {
            foreach (var order in world.Orders)
            {
                Assert.True(order.RemainingAmount >= 0);
                Assert.Equal(order.OriginalAmount, order.ExecutedAmount + order.RemainingAmount);
                Assert.Equal(
                    order.ExecutedBase,
                    world.Executions.Where(one => Concerns(one, order)).Sum(one => one.BaseAmount)
                );
                Assert.Equal(
                    order.ExecutedQuote,
                    world.Executions.Where(one => Concerns(one, order)).Sum(one => one.QuoteAmount)
                );
            }
        });

    [Fact]
    public void Nobody_trades_worse_than_the_limit() =>
        Check(world =>
        {
            foreach (var one in world.Executions)
            {
                Assert.True(IsWithin(one.Taker, one.Price) && IsWithin(one.Maker, one.Price));
            }
        });

    [Fact]
    public void Levels_are_the_sum_of_their_open_orders() =>
        Check(world =>
        {
            foreach (var level in world.Engine.Book.Bids.Levels.Concat(world.Engine.Book.Asks.Levels))
            {
                Assert.Equal(level.Amount, level.Orders.Sum(order => order.RemainingAmount));
                Assert.All(level.Orders, order => Assert.True(order.Status is 0 or 1));
            }
        });

    private static bool Concerns(Execution one, Order order) => one.Taker == order || one.Maker == order;

    private static bool IsWithin(Order order, decimal price) =>
        order.Type == OrderType.Market || (order.IsBuy ? price <= order.Price : price >= order.Price);

    private static void Check(Action<World> holds) =>
        Prop.ForAll(
                Steps,
                steps =>
                {
                    var world = new World();
                    foreach (var step in steps)
                    {
                        world.Do(step);
                        holds(world);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>One engine, three customers with different fees, and no makers.</summary>
    private sealed class World
    {
        public const decimal Funds = 1_000m;

        private long _now;
        private decimal _last = 100;

        public World() => Engine = new(Pair, Executed, _ => { });

        public MatchingEngine Engine { get; }

        public List<Account> Accounts { get; } =
        [NewAccount(0, 0), NewAccount(0.001m, 0.002m), NewAccount(0.0007m, 0.0014m)];

        public List<Order> Orders { get; } = [];

        public List<Execution> Executions { get; } = [];

        public void Do(Step step)
        {
            _now++;
            if (step.Kind == 0)
            {
                Orders.Where(order => order.IsOpen).Take(1).ToList().ForEach(order => Engine.Cancel(order, _now));
                return;
            }
            var order = NewOrder(step);
            if (Settlement.Needed(order) > order.Owner.Balance(order.SpendCurrency).Available)
            {
                return;
            }
            Orders.Add(order);
            Engine.Submit(order, _last, _now);
            while (Engine.TryTrigger(_last, _now)) { }
        }

        private Order NewOrder(Step step)
        {
            var type = step.Kind switch
            {
                1 or 2 => OrderType.Market,
                3 or 4 => OrderType.StopLimit,
                _ => OrderType.Limit,
            };
            return new()
            {
                Number = _now,
                Owner = Accounts[step.Who],
                Pair = Pair,
                Side = step.IsBuy ? OrderSide.Buy : OrderSide.Sell,
                Type = type,
                Price = type == OrderType.Market ? 0 : step.Price,
                OriginalAmount = step.Amount * 0.00000123m * (type == OrderType.Market && step.IsBuy ? 100 : 1),
                IsPostOnly = step.Kind == 5,
                StopPrice = type == OrderType.StopLimit ? step.Stop : null,
                TriggersOnRise = step.Amount % 2 == 0,
                CreatedMs = _now,
            };
        }

        private void Executed(Execution execution)
        {
            Executions.Add(execution);
            _last = execution.Price;
        }

        private static Account NewAccount(decimal maker, decimal taker) =>
            new(
                new()
                {
                    MakerFee = maker,
                    TakerFee = taker,
                    Balances = new Dictionary<string, decimal>(StringComparer.Ordinal)
                    {
                        [Pair.Base] = Funds,
                        [Pair.Quote] = Funds,
                    },
                }
            );
    }
}
