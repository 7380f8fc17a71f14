using Draizer.Pipeline.Ring;
using Draizer.Pipeline.Threads;
using Draizer.Trading.Engine;

namespace Draizer.Pipeline.Tests.Ring;

public sealed class SpscReportQueueTests
{
    [Theory, InlineData(1), InlineData(3), InlineData(256)]
    public void Reports_come_out_in_order_across_segments(int segmentLength)
    {
        var queue = new SpscReportQueue(segmentLength);
        for (var i = 0; i < 10; i++)
            queue.Enqueue(ReportAt(i));

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), Drain(queue));
        Assert.False(queue.TryDequeue(out var none));
        Assert.Null(none);
    }

    [Fact]
    public void A_queue_that_has_seen_its_peak_makes_no_more_segments()
    {
        var queue = new SpscReportQueue(segmentLength: 2);
        var report = ReportAt(0);
        for (var lap = 0; lap < 4; lap++) // Nine reports begin now at the head and now in the middle of a segment.
            Cycle();

        var segments = queue.Segments;

        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var lap = 0; lap < 50; lap++)
                Cycle();
        }));
        Assert.Equal(segments, queue.Segments);

        void Cycle()
        {
            for (var i = 0; i < 9; i++)
                queue.Enqueue(report);
            while (queue.TryDequeue(out _))
            {
            }
        }
    }

    [Theory, InlineData(1), InlineData(4), InlineData(64)]
    public void Across_threads_nothing_is_lost_doubled_or_reordered(int segmentLength)
    {
        const int Reports = 20_000;
        var queue = new SpscReportQueue(segmentLength);
        var writer = new StageThread("execution", () =>
        {
            for (var i = 0; i < Reports; i++)
                queue.Enqueue(ReportAt(i));
        });
        writer.Start();

        var expected = 0L;
        while (expected < Reports)
        {
            if (!queue.TryDequeue(out var report))
            {
                Thread.Yield();
                continue;
            }

            Assert.Equal(expected, report!.DueUs);
            expected++;
        }

        Assert.True(writer.Join(Witness.Patience));
        Assert.False(queue.TryDequeue(out _));
    }

    [Fact]
    public void A_taken_report_is_not_kept_alive()
    {
        var queue = new SpscReportQueue();
        var weak = EnqueueAndTake(queue);

        GC.Collect();

        Assert.False(weak.TryGetTarget(out _));
        GC.KeepAlive(queue);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference<Report> EnqueueAndTake(SpscReportQueue queue)
    {
        queue.Enqueue(ReportAt(1));
        Assert.True(queue.TryDequeue(out var report));
        return new WeakReference<Report>(report!);
    }

    private static List<long> Drain(SpscReportQueue queue)
    {
        var due = new List<long>();
        while (queue.TryDequeue(out var report))
            due.Add(report!.DueUs);

        return due;
    }

    private static Report ReportAt(long dueUs) =>
        new() { Kind = ReportKind.Flat, SessionId = "s", Strategy = "a", Instrument = 0, DueUs = dueUs };
}
