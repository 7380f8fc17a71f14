using Draizer.Domain.Outputs;
using Draizer.Trading.Ports;

namespace Draizer.Storage.Writing;

/// <summary>
/// Stands between the core and a store: takes rows without ever waiting, writes them in batches, and holds them while the store is
/// down. Outputs are never lost; ticks beyond the bound are dropped, oldest first, and counted.
/// </summary>
/// <remarks>
/// Offering is safe for many threads. One run writes; a store must not keep a batch's lists after its write, as they are reused.
/// </remarks>
public sealed class StoreWriter : IAsyncDisposable
{
    /// <summary>Rows moved under the lock at once: few enough that an offering thread is never held up for long.</summary>
    private const int Gulp = 256;

    private readonly Lock _lock = new();
    private readonly RetryingStore _retryingStore;
    private readonly StoreWriterOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<Exception> _onError;
    private readonly Backlog _backlog;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly ITimer _batchTimer;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abandoning = new();
    private readonly List<Output> _outputs = [];
    private readonly List<TickRow> _ticks = [];
    private readonly FlushQueue _flushes = new();

    private ITimer? _drainTimer;
    private Task? _run;
    private RowCount _settled;
    private long? _batchOldestAt;
    private bool _hasEnded;

    /// <param name="onError">Told of each failed write, and of rows that a shutdown could not store. Must not throw.</param>
    public StoreWriter(IStore store, StoreWriterOptions options, TimeProvider time, Action<Exception> onError)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBufferedTicks, 1);

        _options = options;
        _time = time;
        _onError = onError;
        _backlog = new Backlog(options.MaxBufferedTicks);
        _retryingStore = new RetryingStore(store, options, time, onError, _stopping.Token, _abandoning.Token);
        _batchTimer = time.CreateTimer(_ => Wake(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ticks that were never stored because too many were waiting.</summary>
    public long DroppedTicks
    {
        get
        {
            lock (_lock)
                return _backlog.DroppedTicks;
        }
    }

    /// <summary>Rows offered and not stored yet.</summary>
    public int Pending
    {
        get
        {
            lock (_lock)
                return _backlog.Count + _outputs.Count + _ticks.Count;
        }
    }

    /// <summary>How long the oldest row that is not stored has been waiting.</summary>
    public TimeSpan Lag
    {
        get
        {
            lock (_lock)
            {
                var oldest = _batchOldestAt ?? (_backlog.Count > 0 ? _backlog.OldestAt : null);
                return oldest is { } at ? _time.GetElapsedTime(at) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Why the last write failed; null once one has succeeded again.</summary>
    public Exception? LastError => _retryingStore.LastError;

    public void Offer(Output output)
    {
        var at = _time.GetTimestamp();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_hasEnded, this);
            _backlog.Add(output, at);
            Schedule(added: 1);
        }
    }

    public void OfferTicks(ReadOnlySpan<TickRow> ticks)
    {
        if (ticks.IsEmpty)
            return;

        var at = _time.GetTimestamp();
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_hasEnded, this);
            _backlog.Add(ticks, at);
            Schedule(ticks.Length);
        }
    }

    /// <summary>Completes when everything that was offered before is stored (or, of ticks, dropped); fails when a shutdown leaves some of it.</summary>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_settled.Covers(_backlog.Offered))
                return Task.CompletedTask;

            ObjectDisposedException.ThrowIf(_hasEnded, this);
            Wake();
            return _flushes.Add(_backlog.Offered).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Writes until stopped, then what is left, for as long as the options allow. To be called once.</summary>
    public Task RunAsync(CancellationToken stop)
    {
        lock (_lock)
        {
            if (_run is not null)
                throw new InvalidOperationException("The writer is running already.");
            return _run = Task.Run(() => WriteUntilStoppedAsync(stop), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task run;
        lock (_lock)
        {
            // Rows may have been offered to a writer that was never run.
            run = _run ??= Task.Run(() => WriteUntilStoppedAsync(CancellationToken.None));
        }

        Stop();
        await run;
        await _batchTimer.DisposeAsync();
        if (_drainTimer is not null)
            await _drainTimer.DisposeAsync();
        _stopping.Dispose();
        _abandoning.Dispose();
        _wake.Dispose();
    }

    private async Task WriteUntilStoppedAsync(CancellationToken stop)
    {
        await using var registration = stop.Register(Stop);
        while (await FillBatchAsync())
        {
            if (!await _retryingStore.WriteAsync(new StoreBatch(_outputs, _ticks)))
                break;
            SettleBatch();
        }

        End();
    }

    /// <summary>Waits until there is something to write; false when there is nothing more to come.</summary>
    private async Task<bool> FillBatchAsync()
    {
        while (true)
        {
            lock (_lock)
            {
                if (IsDue())
                    break;
                if (_stopping.IsCancellationRequested)
                {
                    _hasEnded = true;
                    return false;
                }

                if (_backlog.Count > 0)
                    _batchTimer.Change(Remaining(), Timeout.InfiniteTimeSpan);
            }

            await _wake.WaitAsync();
        }

        TakeBatch();
        return true;
    }

    private bool IsDue() => _backlog.Count > 0
        && (_backlog.Count >= _options.MaxRows || !_flushes.IsEmpty || _stopping.IsCancellationRequested || Remaining() == TimeSpan.Zero);

    private TimeSpan Remaining()
    {
        var left = _options.MaxDelay - _time.GetElapsedTime(_backlog.OldestAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void TakeBatch()
    {
        var room = _options.MaxRows;
        while (room > 0)
        {
            lock (_lock)
            {
                if (_backlog.Count == 0)
                    return;

                _batchOldestAt ??= _backlog.OldestAt;
                var before = _backlog.Count;
                _backlog.MoveTo(_outputs, _ticks, Math.Min(room, Gulp));
                room -= before - _backlog.Count;
            }
        }
    }

    private void SettleBatch()
    {
        lock (_lock)
        {
            _outputs.Clear();
            _ticks.Clear();
            _batchOldestAt = null;
            _settled = _backlog.Left;
            _flushes.Complete(_settled);
        }
    }

    private void End()
    {
        RowsNotStoredException loss;
        lock (_lock)
        {
            _hasEnded = true;
            if (_backlog.Count + _outputs.Count + _ticks.Count == 0)
                return;

            var waiting = _backlog.Waiting;
            loss = new RowsNotStoredException(waiting.Outputs + _outputs.Count, waiting.Ticks + _ticks.Count, LastError);
            _flushes.Fail(loss);
        }

        _onError(loss);
    }

    private void Stop()
    {
        lock (_lock)
        {
            if (_hasEnded || _drainTimer is not null)
                return;
            _drainTimer = _time.CreateTimer(_ => _abandoning.Cancel(), state: null, _options.DrainTimeout, Timeout.InfiniteTimeSpan);
        }

        _stopping.Cancel();
        Wake();
    }

    /// <summary>Wakes the run for a full batch, or sets the timer for one that has just begun.</summary>
    private void Schedule(int added)
    {
        if (_backlog.Count >= _options.MaxRows)
            Wake();
        else if (_backlog.Count == added)
            _batchTimer.Change(_options.MaxDelay, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
    }
}
