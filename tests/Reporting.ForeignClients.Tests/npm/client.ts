// Uses the client that odata2ts generates from the model, as a developer elsewhere would: what it read is printed as JSON.
import { FetchClient } from "@odata2ts/http-client-fetch";
import { reportingService } from "./generated/reportingService";

declare const process: { argv: string[]; exit(code: number): never };

async function main(root: string, token: string): Promise<void> {
  const client = new FetchClient({ headers: { Authorization: `Bearer ${token}` } });
  const service = new reportingService(client, root.replace(/\/$/, ""));

  const indicators = (await service.Indicateurs().query((builder) => builder.orderBy())).data.value;
  const filtered = (await service.Resultats().query((builder, result) => builder
    .select("Annee", "Territoire", "Indicateur", "Valeur")
    .filter(result.Annee.eq(2024), result.Indicateur.eq("ENF-1"))
    .orderBy(result.Territoire.desc())
    .top(3)
    .count())).data;
  const first = filtered.value[0];
  const found = (await service.Resultats({ Annee: first.Annee, Territoire: first.Territoire, Indicateur: first.Indicateur }).query()).data;
  const named = (await service.Territoires().query((builder, territory) => builder
    .filter(territory.Nom.contains("é")).top(2))).data.value;

  const within = (await service.Axes().query((builder) => builder
    .select("Code")
    .expanding("Indicateurs", (nested, indicator) => nested.select("Code").filter(indicator.Ordre.gt(1)).orderBy(indicator.Ordre.desc()).top(2)))).data.value;

  console.log(JSON.stringify({
    indicators: indicators.map((indicator) => indicator.Code),
    count: filtered["@odata.count"],
    filtered: filtered.value,
    found,
    within: within.map((axis) => `${axis.Code}: ${(axis.Indicateurs ?? []).map((indicator) => indicator.Code).join(" ")}`),
    named: named.map((territory) => territory.Nom),
  }));
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error);
  process.exit(1);
});
