using Draizer.Pipeline.Ring;

namespace Draizer.Pipeline.Tests.Ring;

/// <summary>An event whose fields all follow from one number, so that a torn or overwritten one shows.</summary>
public struct Slot
{
    public long Number;
    public long Double;
    public double Square;
    public int Check;
    public string? Text;

    public readonly bool IsWhole =>
        Double == 2 * Number && Square == (double)Number * Number && Check == (int)(Number % 9973) && Text == TextOf(Number);

    public void Fill(long number)
    {
        Number = number;
        Double = 2 * number;
        Square = (double)number * number;
        Check = (int)(number % 9973);
        Text = TextOf(number);
    }

    private static string TextOf(long number) => number % 2 == 0 ? "even" : "odd";
}

/// <summary>What every ring must do, whoever produces and however its threads wait.</summary>
public sealed record RingCase(ProducerKind Producers, string Waits)
{
    /// <summary>
    /// Enough for many laps. Fewer where a turn takes milliseconds with few cores: a spinning thread gives its core away only when the
    /// system takes it.
    /// </summary>
    public int Events => Waits switch
    {
        "busy-spin" => 100,
        "sleeping" => 1_000,
        _ => 3_000,
    };

    public static TheoryData<ProducerKind, string> All
    {
        get
        {
            var cases = new TheoryData<ProducerKind, string>();
            foreach (var waits in WaitStrategies.Names)
            {
                cases.Add(ProducerKind.Single, waits);
                cases.Add(ProducerKind.Multi, waits);
            }

            return cases;
        }
    }

    public RingBuffer<Slot> NewRing(int capacity) => new(capacity, Producers, WaitStrategies.Parse(Waits));
}
