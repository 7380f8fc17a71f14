using System.Runtime.InteropServices;

namespace Draizer.Pipeline.Threads;

/// <summary>Binds the calling thread to one core, by system call where there is one.</summary>
public static class ThreadAffinity
{
    // The kernel's usual limit; a larger machine answers with an error, which is reported as such.
    private const int LinuxMaxCores = 1024;
    private const int BitsPerWord = 64;

    public static PinningOutcome PinCurrentThread(int core)
    {
        if (core is < 0 or >= LinuxMaxCores)
            return new PinningOutcome(PinningResult.Refused, $"core {core} is not a core number");

        if (OperatingSystem.IsLinux())
            return PinOnLinux(core);

        return OperatingSystem.IsWindows()
            ? PinOnWindows(core)
            : new PinningOutcome(PinningResult.Unsupported, "pinning is not supported on this system");
    }

    /// <summary>Cores this process may use, in order. A container may have been given some of the machine's only.</summary>
    public static IReadOnlyList<int> AllowedCores()
    {
        if (OperatingSystem.IsLinux())
        {
            var mask = new ulong[LinuxMaxCores / BitsPerWord];
            if (Linux.GetAffinity(Environment.ProcessId, MaskBytes(mask), mask) >= 0)
                return [.. Enumerable.Range(0, LinuxMaxCores).Where(core => (mask[core / BitsPerWord] & BitOf(core)) != 0)];
        }

        return [.. Enumerable.Range(0, Environment.ProcessorCount)];
    }

    private static PinningOutcome PinOnLinux(int core)
    {
        var mask = new ulong[LinuxMaxCores / BitsPerWord];
        mask[core / BitsPerWord] = BitOf(core);

        const int CallingThread = 0;
        return Linux.SetAffinity(CallingThread, MaskBytes(mask), mask) == 0
            ? Pinned(core)
            : Refused(core, Marshal.GetLastPInvokeErrorMessage());
    }

    private static PinningOutcome PinOnWindows(int core)
    {
        if (core >= BitsPerWord)
            return Refused(core, "it is outside the first processor group");

        return Windows.SetThreadAffinityMask(Windows.GetCurrentThread(), (nuint)BitOf(core)) != 0
            ? Pinned(core)
            : Refused(core, Marshal.GetLastPInvokeErrorMessage());
    }

    private static PinningOutcome Pinned(int core) => new(PinningResult.Pinned, $"pinned to core {core}");

    private static PinningOutcome Refused(int core, string why) => new(PinningResult.Refused, $"not pinned to core {core}: {why}");

    private static ulong BitOf(int core) => 1UL << (core % BitsPerWord);

    private static nuint MaskBytes(ulong[] mask) => (nuint)(mask.Length * sizeof(ulong));

    private static class Linux
    {
        [DllImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int SetAffinity(int thread, nuint bytes, [In] ulong[] mask);

        [DllImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int GetAffinity(int process, nuint bytes, [Out] ulong[] mask);
    }

    private static class Windows
    {
        [DllImport("kernel32.dll")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern nint GetCurrentThread();

        [DllImport("kernel32.dll", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern nuint SetThreadAffinityMask(nint thread, nuint mask);
    }
}
