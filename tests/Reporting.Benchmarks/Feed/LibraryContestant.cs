using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OData;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Routing.Controllers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OData.ModelBuilder;

namespace Reporting.Benchmarks.Feed;

/// <summary>What one would reach for otherwise: ASP.NET Core OData over Entity Framework Core, on the same view.</summary>
internal static class LibraryContestant
{
    public static WebApplication Build(string path)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<FigureContext>(options => options
            .UseSqlite($"Data Source={path}")
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        var model = new ODataConventionModelBuilder();
        model.EntitySet<FigureRow>("Resultats").EntityType.HasKey(row => new { row.Annee, row.Territoire, row.Indicateur });
        builder.Services.AddControllers().AddOData(options => options
            .Select().Filter().OrderBy().Count().SetMaxTop(null)
            .AddRouteComponents("odata/v1", model.GetEdmModel()));
        var app = builder.Build();
        app.MapControllers();
        return app;
    }
}

public sealed class ResultatsController(FigureContext figures) : ODataController
{
    [EnableQuery]
    public IQueryable<FigureRow> Get() => figures.Rows.OrderBy(row => row.Annee).ThenBy(row => row.Territoire).ThenBy(row => row.Indicateur);
}

public sealed class FigureContext(DbContextOptions<FigureContext> options) : DbContext(options)
{
    public DbSet<FigureRow> Rows => Set<FigureRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<FigureRow>(row =>
    {
        row.ToView("ResultInForce").HasKey(r => new { r.Annee, r.Territoire, r.Indicateur });
        row.Property(r => r.Annee).HasColumnName("Year");
        row.Property(r => r.Territoire).HasColumnName("Territory");
        row.Property(r => r.Indicateur).HasColumnName("Indicator");
        row.Property(r => r.Axe).HasColumnName("Axis");
        row.Property(r => r.Departement).HasColumnName("Department");
        row.Property(r => r.Unite).HasColumnName("Unit");
        row.Property(r => r.Cible).HasColumnName("Target");
        row.Property(r => r.Valeur).HasColumnName("Value");
        row.Property(r => r.BorneBasse).HasColumnName("LowerBound");
        row.Property(r => r.Etat).HasColumnName("State");
        row.Property(r => r.DeposeLe).HasColumnName("DepositedAt");
        row.Property(r => r.Commentaire).HasColumnName("Comment");
    });
}

public sealed class FigureRow
{
    public int Annee { get; set; }

    public required string Territoire { get; set; }

    public required string Indicateur { get; set; }

    public required string Axe { get; set; }

    public required string Region { get; set; }

    public required string Departement { get; set; }

    public required string Nature { get; set; }

    public required string Unite { get; set; }

    public double? Cible { get; set; }

    public double Valeur { get; set; }

    public double BorneBasse { get; set; }

    public required string Etat { get; set; }

    public DateTimeOffset DeposeLe { get; set; }

    public string? Commentaire { get; set; }
}
