using Draizer.Domain.Identity;

namespace Draizer.Domain.Tests.Identity;

public sealed class EntityIdTests
{
    [Theory]
    [InlineData(0, 0, 0, "0-0-0")]
    [InlineData(35, 36, 1, "z-10-1")]
    [InlineData(1_790_000_000_000, 1_234_567_890, int.MaxValue, "mubbs7i8-kf12oi-zik0zj")]
    public void ToString_IsThreeNumbersInBase36_ThatReadBack(long epochMs, long sequence, int ordinal, string text)
    {
        var id = new EntityId(epochMs, sequence, ordinal);

        Assert.Equal(text, id.ToString());
        Assert.True(EntityId.TryParse(text, out var parsed));
        Assert.Equal(id, parsed);
    }

    [Fact]
    public void TryParse_OfWhatToStringGave_IsTheSameId()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var id = new EntityId(random.NextInt64(1L << 50), random.NextInt64(1L << 60), random.Next());
            Assert.True(EntityId.TryParse(id.ToString(), out var parsed) && parsed == id, id.ToString());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-2")]
    [InlineData("1-2-3-4")]
    [InlineData("1--3")]
    [InlineData("-1-2-3")]
    [InlineData("A-2-3")]
    [InlineData("1-2-3 ")]
    [InlineData("1-2-é")]
    [InlineData("1-2-zik0zk")] // one more than an ordinal can be
    [InlineData("1-1000000000000-3")] // thirteen digits
    public void TryParse_OfAnythingElse_IsRefused(string? text)
    {
        Assert.False(EntityId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void Ids_are_ordered_by_epoch_then_sequence_then_ordinal()
    {
        EntityId[] ordered = [new(1, 9, 9), new(2, 1, 9), new(2, 2, 1), new(2, 2, 2), new(2, 10, 0)];

        Assert.Equal(ordered, ordered.Reverse().Order());
        for (var i = 1; i < ordered.Length; i++)
        {
            Assert.True(ordered[i - 1] < ordered[i] && ordered[i - 1] <= ordered[i]);
            Assert.True(ordered[i] > ordered[i - 1] && ordered[i] >= ordered[i - 1]);
        }
    }
}
