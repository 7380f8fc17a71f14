using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Draizer.Api.Tests;

/// <summary>Speaks to a server over a real socket.</summary>
public sealed class ApiClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public static string StartText(string extra = "") =>
        $$"""{"session_type":"paper","symbols":["BTC_USDT"],"strategies":["pump_dump_detection"]{{extra}}}""";

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> PostAsync(string path, string? body = null, string? type = "application/json") =>
        SendAsync(HttpMethod.Post, path, body is null ? null : Encoding.UTF8.GetBytes(body), type);

    public Task<Answer> SendAsync(HttpMethod method, string path, byte[]? body, string? type = "application/json")
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }

        return SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(",", h.Value));
        return new Answer((int)response.StatusCode, text, headers);
    }

    /// <summary>Asks again until the answer is as wanted; fails with the last one when that takes too long.</summary>
    public Task<Answer> UntilAsync(string path, Func<Answer, bool> isWanted, int seconds = 60) => PollAsync(
        async () => await GetAsync(path), isWanted, seconds, last => $"{path} did not become what was waited for; last: {last?.Status} {last?.Text}");

    public Task<Answer> UntilReadyAsync() => PollAsync(
        async () =>
        {
            try
            {
                return await GetAsync("/health/ready");
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
                return null;
            }
        },
        answer => answer.Status == 200, seconds: 60, last => $"The server did not get ready: {last?.Text}");

    public void Dispose() => _http.Dispose();

    private static async Task<Answer> PollAsync(
        Func<Task<Answer?>> ask, Func<Answer, bool> isWanted, int seconds, Func<Answer?, string> complain)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        Answer? last = null;
        while (!deadline.IsCancellationRequested)
        {
            last = await ask();
            if (last is not null && isWanted(last))
                return last;
            await again.WaitForNextTickAsync();
        }

        throw new TimeoutException(complain(last));
    }
}

/// <summary>What a server answered.</summary>
public sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];
    public string Code => Json.GetProperty("code").GetString()!;
    public IReadOnlyList<(string Path, string Code)> Faults =>
        [.. Json.GetProperty("errors").EnumerateArray().Select(e => (e.Text("path"), e.Text("code")))];

    /// <summary>The body of an answer that must have this status.</summary>
    public JsonElement Must(int status)
    {
        Assert.True(Status == status, $"Wanted {status}, got {Status}: {Text}");
        return Json;
    }

    /// <summary>A problem of this status and code, in the shape that all problems have.</summary>
    public Answer MustRefuse(int status, string code)
    {
        Must(status);
        Assert.Equal("application/problem+json", Headers["Content-Type"]);
        Assert.Equal(code, Code);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.Equal("about:blank", Json.Text("type"));
        Assert.NotEqual("", Json.Text("title"));
        return this;
    }
}

/// <summary>Short ways into JSON.</summary>
public static class JsonReading
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static decimal Number(this JsonElement element, string name) => element.GetProperty(name).GetDecimal();

    public static string Id(this JsonElement element) => element.Text("session_id");

    public static IReadOnlyList<string> Names(this JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
