using Draizer.Api.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Draizer.Api.Dashboard;

/// <summary>Serves the built dashboard.</summary>
public static class DashboardFiles
{
    public static void UseDashboard(this WebApplication app, ServerOptions options)
    {
        if (options.DashboardDirectory is not { } directory || !Directory.Exists(directory))
            return;

        var files = new PhysicalFileProvider(Path.GetFullPath(directory));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = served =>
            {
                // Assets carry a hash in their names; the page that names them must be asked for each time.
                var isAsset = served.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);
                served.Context.Response.Headers.CacheControl = isAsset ? "public, max-age=31536000, immutable" : "no-cache";
            },
        });
    }
}
