using System.Text;
using System.Text.Json;
using Draizer.Api.Problems;
using Draizer.Trading.Documents;
using Microsoft.Net.Http.Headers;

namespace Draizer.Api.Wire;

/// <summary>Reads a request's JSON body strictly, collecting every fault with its path.</summary>
public static class RequestBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>Reads the body and hands its root object to <paramref name="read"/>; what was wrong is in the faults.</summary>
    /// <param name="isOptional">An absent body reads as an empty object.</param>
    /// <exception cref="UnsupportedBodyException">The body says that it is something else than JSON.</exception>
    public static async Task<RequestResult<T>> ReadAsync<T>(HttpRequest request, Func<DocumentObject, T?> read, bool isOptional = false)
        where T : class
    {
        var text = await ReadTextAsync(request);
        if (text.Value is not { } body)
            return new RequestResult<T>(null, text.Faults);
        if (!string.IsNullOrWhiteSpace(body))
            return Parse(body, read);
        return isOptional ? Parse("{}", read) : Refuse<T>("A JSON body is needed.");
    }

    /// <summary>The body as text; empty when there is none.</summary>
    /// <exception cref="UnsupportedBodyException">The body says that it is something else than JSON.</exception>
    public static async Task<RequestResult<string>> ReadTextAsync(HttpRequest request)
    {
        // The encoding is a rule, not a guess: a mark at the start must not turn the body into another one.
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var reader = new StreamReader(request.Body, strict, detectEncodingFromByteOrderMarks: false);
        try
        {
            var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            if (text.Length > 0 && !IsJson(request.ContentType))
                throw new UnsupportedBodyException(request.ContentType);
            return new RequestResult<string>(text.TrimStart('\uFEFF'), []);
        }
        catch (DecoderFallbackException)
        {
            return Refuse<string>("The body is not valid UTF-8.");
        }
    }

    private static RequestResult<T> Parse<T>(string text, Func<DocumentObject, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            var faults = new List<DocumentFault>();
            var value = new DocumentNode(document.RootElement, "$", faults).AsObject() is { } root ? read(root) : null;
            return new RequestResult<T>(faults.Count == 0 ? value : null, faults);
        }
        catch (JsonException e)
        {
            return Refuse<T>($"This is not JSON that can be read, see line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}.");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Half a surrogate pair, which the reader of JSON finds late and reports in these ways.
            return Refuse<T>("The text is not valid Unicode.");
        }
    }

    // Asked for even where it could be guessed: a form of a foreign page cannot send this type without being stopped by the browser.
    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static RequestResult<T> Refuse<T>(string message)
        where T : class => new(null, [new DocumentFault("$", DocumentFault.InvalidJson, message)]);
}

/// <summary>What a body said, or all that is wrong with it.</summary>
public sealed record RequestResult<T>(T? Value, IReadOnlyList<DocumentFault> Faults)
    where T : class;
