// Reads the feed through UI5's own model, by batches as it does by default: what it read is posted to the page's server.
sap.ui.require([
  "sap/ui/model/odata/v4/ODataModel", "sap/ui/model/Filter", "sap/ui/model/FilterOperator", "sap/ui/model/Sorter",
], (ODataModel, Filter, FilterOperator, Sorter) => {
  const parameters = new URLSearchParams(location.search);
  const model = new ODataModel({
    serviceUrl: parameters.get("racine"),
    httpHeaders: { Authorization: `Bearer ${parameters.get("jeton")}` },
    groupId: parameters.get("groupe"),
    operationMode: "Server",
    autoExpandSelect: false,
  });
  const read = async (path, length, { sorters, filters, options, start = 0 } = {}) => {
    const list = model.bindList(path, undefined, sorters, filters, options);
    const contexts = await list.requestContexts(start, length);
    return contexts.map((context) => context.getObject());
  };
  const run = async () => {
    const axes = await read("/Axes", 10);
    const filtered = await read("/Resultats", 5, {
      sorters: [new Sorter("Territoire", true)],
      filters: [new Filter("Annee", FilterOperator.EQ, 2024), new Filter("Indicateur", FilterOperator.EQ, "ENF-1")],
      options: { $count: true, $select: "Annee,Territoire,Indicateur,Valeur" },
    });
    const pages = [
      await read("/Territoires", 4, { sorters: [new Sorter("Siren")] }),
      await read("/Territoires", 4, { sorters: [new Sorter("Siren")], start: 4 }),
    ];
    const one = model.bindContext("/Axes('emploi')");
    const axis = await one.requestObject();
    const label = await model.bindProperty("/Axes('emploi')/Libelle").requestValue();
    const within = await read("/Axes", 10, {
      sorters: [new Sorter("Code")],
      options: { $expand: "Indicateurs($select=Code,Ordre;$orderby=Ordre desc;$filter=Ordre gt 1;$count=true)", $select: "Code" },
    });
    const list = model.bindList("Indicateurs", model.bindContext("/Axes('emploi')", undefined, { $expand: "Indicateurs($select=Code)" }).getBoundContext());
    const relative = (await list.requestContexts(0, 10)).map((context) => context.getProperty("Code"));
    const failed = await read("/Resultats", 1, { options: { $filter: "Absente eq 1" } })
      .then(() => "answered", (error) => error.message);
    return { axes, filtered, pages, axis, label, within, relative, failed };
  };
  run().catch((error) => ({ fault: String(error.stack ?? error) }))
    .then((result) => fetch("resultat", { method: "POST", body: JSON.stringify(result) }));
});
