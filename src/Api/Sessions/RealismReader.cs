using Draizer.Domain.Sessions;
using Draizer.Trading.Documents;

namespace Draizer.Api.Sessions;

/// <summary>Reads how the paper venue shall treat a session: a profile's name, or a profile with numbers of one's own.</summary>
public static class RealismReader
{
    private const int MostLatencyMs = 60_000;
    private const double MostSlippage = 0.1;

    private static readonly KeyValuePair<string, int>[] Profiles = [new("seed", 0), new("realistic", 1)];

    public static RealismProfile Read(DocumentNode? node)
    {
        if (node is null)
            return RealismProfile.Seed;
        if (node.Kind == System.Text.Json.JsonValueKind.String)
            return Profile(node.AsOneOf(Profiles));
        if (node.AsObject() is not { } body)
            return RealismProfile.Seed;

        var profile = Profile(body.OptionalUnlessNull("profile")?.AsOneOf(Profiles));
        var result = profile with
        {
            OrderLatencyMs = body.OptionalUnlessNull("order_latency_ms")?.AsWhole(0, MostLatencyMs) ?? profile.OrderLatencyMs,
            ReportLatencyMs = body.OptionalUnlessNull("report_latency_ms")?.AsWhole(0, MostLatencyMs) ?? profile.ReportLatencyMs,
            SlippageMin = body.OptionalUnlessNull("slippage_min")?.AsNumber(0, MostSlippage) ?? profile.SlippageMin,
            SlippageMax = body.OptionalUnlessNull("slippage_max")?.AsNumber(0, MostSlippage) ?? profile.SlippageMax,
            SlippageFactor = body.OptionalUnlessNull("slippage_factor")?.AsNumber(0, 1) ?? profile.SlippageFactor,
            FillThresholdShare = body.OptionalUnlessNull("fill_threshold_share")?.AsNumber(0, 1) ?? profile.FillThresholdShare,
            FlatFee = body.OptionalUnlessNull("flat_fee")?.AsDecimal(0, 1_000_000) ?? profile.FlatFee,
        };
        if (result.SlippageMin > result.SlippageMax)
            body.Fault("slippage_min", DocumentFault.InvalidValue, "Must not be above slippage_max.");
        body.RefuseTheRest();
        return result;
    }

    private static RealismProfile Profile(int? choice) => choice == 1 ? RealismProfile.Realistic : RealismProfile.Seed;
}
