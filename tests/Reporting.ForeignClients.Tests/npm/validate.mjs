// What three readers of CSDL that others wrote make of the model: what each of them found is printed as JSON.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { xml2json } = require("odata-csdl");
const { csdl2openapi } = require("odata-openapi");
const { parse } = require("@sap-ux/edmx-parser");

const [root, token] = process.argv.slice(2);
const read = async (path) => {
  const answer = await fetch(root + path, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.text();
};

const xml = await read("$metadata");
const served = JSON.parse(await read("$metadata?$format=json"));
const messages = [];
const csdl = xml2json(xml, { strict: true, messages });

const properties = (document) => Object.fromEntries(
  Object.entries(document.Reporting)
    .filter(([, type]) => type.$Kind === "EntityType")
    .map(([name, type]) => [name, Object.entries(type)
      .filter(([property]) => !/^[$@]/.test(property))
      .map(([property, facets]) => `${property}:${facets.$Kind ?? ""}${facets.$Collection ? "*" : ""}${facets.$Type ?? "Edm.String"}${facets.$Nullable ? "?" : ""}`)]));

const openapi = csdl2openapi(csdl, { scheme: "https", host: "localhost", basePath: "/odata/v1" });
const fromJson = csdl2openapi(served, { scheme: "https", host: "localhost", basePath: "/odata/v1" });
const edmx = parse(xml);

console.log(JSON.stringify({
  messages,
  xml: properties(csdl),
  json: properties(served),
  paths: Object.keys(openapi.paths),
  pathsOfJson: Object.keys(fromJson.paths),
  openapi: openapi.openapi,
  schemas: Object.keys(openapi.components.schemas),
  sets: edmx.schema.entitySets.map((set) => set.name),
  keys: Object.fromEntries(edmx.schema.entityTypes.map((type) => [type.name, type.keys.map((key) => key.name)])),
}));
