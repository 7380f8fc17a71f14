using System.Runtime.InteropServices;

namespace Draizer.Pipeline.Ring;

/// <summary>A number alone on its cache lines: what one thread writes must not slow what another thread does next to it.</summary>
/// <remarks>128 bytes on either side and not 64, because processors fetch lines in adjacent pairs.</remarks>
[StructLayout(LayoutKind.Explicit, Size = (2 * Padding) + sizeof(long))]
internal struct PaddedLong
{
    public const int Padding = 128;

    [FieldOffset(Padding)]
    public long Value;
}
