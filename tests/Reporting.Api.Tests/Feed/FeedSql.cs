using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Domain.Secrecy;
using Reporting.Store;

namespace Reporting.Api.Tests.Feed;

/// <summary>The SQL of a URL, without a server.</summary>
internal static class FeedSql
{
    /// <summary>URLs that between them reach every form of SQL that the feed writes.</summary>
    public static readonly TheoryData<string> Representative =
    [
        "Axes", "Campagnes", "Indicateurs", "Territoires", "Resultats", "Contributions", "Explications", "Trajectoires", "Remontees",
        "au/2025-04-01T00:00:00Z/Resultats?$filter=DimensionTerritoire/Population gt 5", "au/2025-04-01T00:00:00Z/Contributions",
        "au/2025-04-01T00:00:00Z/Explications", "au/2025-04-01T00:00:00Z/Trajectoires", "au/2025-04-01T00:00:00Z/Remontees",
        "au/2025-04-01T00:00:00Z/Territoires", "au/2025-04-01T00:00:00Z/Indicateurs", "au/2025-04-01T00:00:00Z/Campagnes",
        "Axes?$select=Ordre&$orderby=Libelle desc&$top=5&$skip=3",
        "Campagnes?$filter=Ouverture ge 2025-01-01T00:00:00%2B01:00 and Fermeture lt 2026-01-01",
        "Territoires?$filter=not (not contains(Nom,'%') or CodeInsee ne null)&$orderby=CodeInsee desc,Nom",
        "Resultats?$filter=Annee eq 2024 or Annee gt 2024.5 or Valeur le 3e2 or Indicateur eq 'É'",
        "Resultats?$filter=Cible ne 22.5 and not (Cible gt Valeur) and Cible eq TauxRealisation and Cible eq null",
        "Resultats?$filter=Fictif and Provisoire eq false and Estimation gt false and Fictif ne Rupture",
        "Resultats?$filter=contains(Commentaire,Indicateur) or startswith('ENF-2',Indicateur) or contains(Commentaire,'') eq true",
        "Resultats?$filter=true and not false or null or not null or null eq null or 'a' lt 'b' or Annee gt null",
        "Resultats?$filter=DimensionTerritoire/Nom eq 'Lyon' and (DimensionIndicateur/DimensionAxe/Ordre gt 1 or DimensionTerritoire/CodeInsee eq null)",
        "Resultats?$filter=contains(Commentaire,'x') ne false and Nature eq Commentaire&$orderby=Unite desc,Cible desc,Fictif",
        "Resultats?$filter=length(Commentaire) add indexof(Commentaire,'é') gt 1 and substring(Commentaire,1) ne substring(Nature,-1,Annee)",
        "Resultats?$filter=endswith(tolower(Commentaire),toupper('a')) and trim(concat(Commentaire,concat(' ',Nature))) lt 'x ' or Nature ge 'A '",
        "Resultats?$filter=Valeur add 0.5 sub Cible lt -Valeur mul 2 and Valeur div Cible ge Annee div 2 and Annee mod 2 eq Valeur mod 0.3",
        "Resultats?$filter=round(Valeur div 3) eq floor(Cible) or ceiling(TauxRealisation) eq cast(Annee,Edm.Decimal) or cast(Annee,Edm.String) eq '2024'",
        "Resultats?$filter=year(DeposeLe) eq 2024 and month(DeposeLe) add day(DeposeLe) gt hour(DeposeLe) sub minute(DeposeLe) mul second(DeposeLe)",
        "Resultats?$filter=fractionalseconds(DeposeLe) lt 0.5 and date(DeposeLe) eq 2024-01-31 and DeposeLe lt now() and date(DeposeLe) le DeposeLe",
        "Resultats?$filter=Annee in (2024,2025) or Cible in (null,1.5) or Nature in ('A','B ') or Commentaire in ('a',null) or not (Fictif in (true))",
        "Resultats?$filter=(Annee eq 2024) eq Fictif and contains(Commentaire,'a') ne (Valeur gt 1) and (contains(Commentaire,@a) or Fictif) gt false&@a='x'",
        "Resultats?$filter=DimensionTerritoire/Nom eq 'Marseille' and DimensionIndicateur/DimensionAxe/Ordre gt 1 and DimensionTerritoire ne null",
        "Territoires?$filter=Resultats/any(r:r/Valeur gt 1 and r/DimensionAxe/Ordre eq 1 and contains($it/Nom,r/Commentaire)) or not Resultats/any()",
        "Indicateurs?$filter=DimensionAxe/Resultats/all(r:contains(r/Commentaire,'a')) and Resultats/$count gt 2 and Resultats/$count($filter=Fictif) eq 0",
        "Resultats?$search=eau AND NOT (bleue OR \"a b\")&$compute=Valeur mul 2 as D,contains(Commentaire,'a') as C,year(DeposeLe) as A&$orderby=D desc,C,A",
        "Resultats?$orderby=DimensionTerritoire/Nom desc,tolower(Nature),date(DeposeLe),Cible sub Valeur,Valeur div 3&$compute=length(Nature) as L&$select=L",
        "Resultats?$expand=DimensionTerritoire,DimensionIndicateur($expand=DimensionAxe),DimensionAxe,DimensionCampagne,Remontee&$filter=DimensionTerritoire/Nom ne 'x'",
        "au/2025-04-01T00:00:00Z/Contributions?$expand=*&$orderby=DimensionTerritoire/Nom", "Explications?$expand=Resultat($select=Valeur;$expand=Remontee)&$select=Effet",
        "Territoires?$expand=TerritoireSuccesseur($expand=TerritoireContenant),TerritoireContenant($select=Nom)&$search=lyon",
        "Resultats?$apply=aggregate($count as N)",
        "Resultats?$apply=filter(Valeur gt 1)/groupby((Annee,DimensionTerritoire/Nom,Unite,Cible,Fictif),aggregate(Valeur with sum as S,Cible mul 2 with average as M,Annee with sum as A,$count as N))&$filter=S gt 3 and DimensionTerritoire/Nom ne 'x'&$orderby=M desc&$compute=S sub M as E",
        "Resultats?$apply=compute(tolower(Unite) as U,contains(Unite,'a') as C)/groupby((U,C),aggregate(Commentaire with countdistinct as D,Valeur with max as M,Nature with min as K,DeposeLe with max as Q))",
        "Resultats?$apply=groupby((Annee,Region),aggregate(Valeur with sum as S,TauxRealisation with average as T))/filter(S gt 1)/groupby((Annee),aggregate(S with sum as R,S with average as A,T with max as M,$count as N))/aggregate(N with sum as X,R with max as Y)",
        "au/2025-04-01T00:00:00Z/Contributions?$apply=groupby((Resultat/Etat,DimensionTerritoire/Region),aggregate(Resultat/Valeur with max as M,Retenu with sum as S))&$search=x",
    ];

    /// <summary>URLs whose rows hold collections, in every form that the feed reads them in.</summary>
    public static readonly TheoryData<string> Nested =
    [
        "Axes?$expand=*", "Campagnes?$expand=*", "Indicateurs?$expand=*", "Territoires?$expand=*", "Resultats?$expand=*", "Remontees?$expand=*",
        "au/2025-04-01T00:00:00Z/Axes?$expand=*", "au/2025-04-01T00:00:00Z/Territoires?$expand=*", "au/2025-04-01T00:00:00Z/Resultats?$expand=*",
        "Axes?$expand=Indicateurs/$count,Resultats/$count($filter=DimensionTerritoire/Population gt 3;$search=a OR b)",
        "Territoires?$expand=Resultats($filter=Valeur gt 1 and DimensionIndicateur/Ordre lt 3;$orderby=DimensionIndicateur/Libelle desc,Unite,Valeur sub Cible;$top=3;$skip=2;$count=true;$search=x;$compute=Valeur mul 2 as D,tolower(Nature) as M;$select=D,M,Etat;$expand=DimensionAxe($compute=Ordre add 1 as S),Contributions($filter=Resultat/Valeur gt 1;$expand=Resultat))",
        "Territoires?$expand=TerritoiresContenus($levels=max;$select=Nom),TerritoireSuccesseur($levels=2;$expand=Remontees($filter=Etat eq @e))&@e='validee'",
        "Resultats?$expand=DimensionIndicateur($expand=DimensionAxe($expand=Indicateurs($filter=Resultats/any(r:r/Valeur gt 1) and Resultats/$count gt 2;$orderby=Resultats/$count desc,Code)))",
    ];

    /// <summary>The statements of the collections within the rows of a URL.</summary>
    public static IReadOnlyList<string> NestedFor(string url, Engine engine, Audience? audience = null) =>
    [
        .. from collection in QueryFor(url, audience).AllCollections
           let key = collection.Navigation.Source.Key.Select(column => column.Type.Size == 0 ? (object)2024 : "243300316").ToList()
           from statement in new[]
           {
               CollectionBuilder.Rows(collection, [key, key], 11, 2001, engine), CollectionBuilder.Counts(collection, [key, key], engine),
           }
           select statement.Text,
    ];

    public static bool IsCollection(string url) => Reader(url, Audience.Everything).Resource() is Resource.Collection;

    public static SetQuery QueryFor(string url, Audience? audience = null)
    {
        var uri = Reader(url, audience ?? Audience.Everything);
        return uri.CollectionQuery(Assert.IsType<Resource.Collection>(uri.Resource()).Set);
    }

    private static UriReader Reader(string url, Audience audience) =>
        new(FeedRequest.Of(new Uri("http://hote/odata/v1/"), url, audience, TimeProvider.System), new());

    public static string PageFor(string url, Engine engine, Audience? audience = null) =>
        SqlBuilder.Page(QueryFor(url, audience), 20_001, engine).Text;
}
