using System.Net;

namespace Draizer.Api.Security;

/// <summary>
/// An address to listen at. Read strictly and written anew, because the web server reads addresses more freely than this check does, and
/// takes a host that it does not understand for every interface of the machine.
/// </summary>
public static class ListenAddress
{
    /// <summary>The address as the web server is to be given it, or what speaks against it.</summary>
    public static (string? Url, string? Fault) Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
            return (null, $"--urls: '{text}' is not an http address.");
        if (uri.UserInfo.Length > 0 || uri.PathAndQuery is not ("" or "/") || uri.Fragment.Length > 0)
            return (null, $"--urls: '{text}' has more than a host and a port.");
        if (!LocalOnly.IsLoopback(uri.Host))
            return (null, $"--urls: {uri.Host} is not a loopback address; without keys the engine listens to this machine only.");
        if (uri.Host is not "localhost")
            return ($"http://{Bracketed(IPAddress.Parse(uri.Host.Trim('[', ']')))}:{uri.Port}", null);

        return uri.Port == 0
            ? (null, $"--urls: '{text}' asks for a free port, which needs an address: http://127.0.0.1:0.")
            : ($"http://localhost:{uri.Port}", null);
    }

    private static string Bracketed(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
