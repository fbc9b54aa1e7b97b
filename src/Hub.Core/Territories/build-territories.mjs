// Makes of the data set one text, a territory a line, for Gazetteer.cs. Run by Territories.targets:
// node build-territories.mjs <data folder of @etalab/decoupage-administratif> <file>
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, file] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const print = (name) => name.replace(/'/g, "’").replace(/ - /g, " – ").replace(/"([^"]*)"/g, "«\u00a0$1\u00a0»");

// Names as people say them; METRO and the others carry their kind in the name.
const types = { CC: "Communauté de communes", CA: "Communauté d’agglomération", CU: "Communauté urbaine" };
const fullName = ({ nom, type }) => print(types[type] && nom.startsWith(`${type} `) ? types[type] + nom.slice(type.length) : nom);

const municipalities = read("communes").filter((c) => c.type === "commune-actuelle").sort(byCode);
const known = new Map(municipalities.map((m) => [m.code, m]));
const bodies = read("epci").sort(byCode);
const bodyOf = new Map(bodies.flatMap((b) => b.membres.map((m) => [m.code, b.code])));

// A body lies where most of its people live, then elsewhere.
const departmentsOf = ({ membres }) => {
  const people = new Map();
  for (const { code, populationMunicipale } of membres) {
    const department = known.get(code)?.departement;
    if (department) people.set(department, (people.get(department) ?? 0) + (populationMunicipale ?? 0));
  }
  return [...people].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
};

const body = (kind) => (b) => [kind, b.code, fullName(b), b.populationMunicipale, departmentsOf(b), b.code];
const isOverseas = (department) => department.zone === "com";
const departments = read("departements").sort(byCode);

// By kind and then code, as Gazetteer.cs searches: kind, code, name, population, where it lies, SIREN, postal codes, its body
const rows = [
  ...municipalities.map((m) => ["commune", m.code, print(m.nom), m.population, [m.departement], m.siren, m.codesPostaux, bodyOf.get(m.code)]),
  ...bodies.map(body("epci")),
  ...read("ept").sort(byCode).map(body("ept")),
  ...departments.filter((d) => !isOverseas(d)).map((d) => ["departement", d.code, print(d.nom), "", d.region]),
  ...departments.filter(isOverseas).map((d) => ["collectivite", d.code, print(d.nom)]),
];
const cell = (value) => (Array.isArray(value) ? value.join(" ") : (value ?? ""));
const text = rows.map((row) => Array.from({ length: 8 }, (_, i) => cell(row[i])).join("\t") + "\n").join("");
writeFileSync(file, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 22 } }));
