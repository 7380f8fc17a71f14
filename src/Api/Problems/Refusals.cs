using Draizer.Domain.Orders;

namespace Draizer.Api.Problems;

/// <summary>Which status a refusal of the core is answered with.</summary>
public static class Refusals
{
    public static IResult Answer(string code, string? detail) => Problem.Of(StatusOf(code), code, detail ?? code);

    public static IResult UnknownSession(string id) => Answer(RefusalCode.UnknownSession, $"There is no session {id}.");

    private static int StatusOf(string code) => code switch
    {
        RefusalCode.UnknownSession or RefusalCode.NoPosition or RefusalCode.UnknownInstrument => StatusCodes.Status404NotFound,
        "not_ready" => StatusCodes.Status503ServiceUnavailable,
        RefusalCode.BelowMinimum => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}
