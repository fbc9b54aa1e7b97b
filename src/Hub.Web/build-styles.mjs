// Joins the style sheets into one, without comments and line ends. Run by ClientAssets.targets: node build-styles.mjs <css folder> <sheet>
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Desks load their own sheets besides. The order of the layers, and the fonts, come first; layers settle the rest.
const apart = ["desk.css", "board.css", "screen.css", "review.css"];
const first = "tokens.css";

const [folder, sheet] = process.argv.slice(2);
const names = readdirSync(folder).filter((name) => name.endsWith(".css") && !apart.includes(name) && name !== first).sort();
const small = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};]) ?/g, "$1").trim();
writeFileSync(sheet, `${[first, ...names].map((name) => small(readFileSync(join(folder, name), "utf8"))).join("\n")}\n`);
