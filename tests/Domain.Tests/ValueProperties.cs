using System.Globalization;
using Draizer.Domain.Identity;
using Draizer.Domain.Money;
using FsCheck;
using FsCheck.Fluent;

namespace Draizer.Domain.Tests;

/// <summary>What holds for every value; a failure shows the smallest one it was found with.</summary>
public sealed class ValueProperties
{
    [Fact]
    public void An_id_is_read_back_as_it_was_written() => Prop
        .ForAll<NonNegativeInt, NonNegativeInt, NonNegativeInt>((epoch, sequence, ordinal) =>
        {
            var id = new EntityId(epoch.Get * 1_000_003L, sequence.Get * 7L, ordinal.Get);
            return EntityId.TryParse(id.ToString(), out var read) && read == id;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_an_id_that_is_written_otherwise() => Prop
        .ForAll<string>(text => !EntityId.TryParse(text, out var id) || EntityId.TryParse(id.ToString(), out var again) && again == id)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_price_crosses_over_to_exact_money_without_loss() => Prop
        .ForAll<NormalFloat>(number =>
        {
            // Smaller or larger ones have more places than a decimal, and no market has them. Back by the text, as the framework's
            // own conversion of a decimal to a double is not the nearest one.
            var price = number.Get;
            return Math.Abs(price) is < 1e-9 or > 1e15
                || double.Parse(Exact.FromDouble(price).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) == price;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_to_a_step_stays_within_one_step_on_the_right_side() => Prop
        .ForAll<int, PositiveInt>((hundredths, step) =>
        {
            var (value, size) = (hundredths / 100m, step.Get / 10m);
            var (floor, ceiling) = (Exact.FloorTo(value, size), Exact.CeilingTo(value, size));
            return floor <= value && value - floor < size && ceiling >= value && ceiling - value < size && floor % size == 0 && ceiling % size == 0;
        })
        .QuickCheckThrowOnFailure();
}
