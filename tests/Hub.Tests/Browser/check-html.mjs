// Says what is wrong with the HTML files of a folder, one fault a line; nothing when all is well.
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const rules = {
  // Razor writes what it writes: void elements, quotes, blanks and attribute case are matters of style.
  "void-style": "off",
  "attr-quotes": "off",
  "no-trailing-whitespace": "off",
  "attribute-boolean-style": "off",
  "attribute-empty-style": "off",
  "doctype-style": "off",
  // A button of a form sends it, unless it says otherwise.
  "no-implicit-button-type": "off",
  // A place in the programme is a custom property of the slot.
  "no-inline-style": "off",
  // Boxes that answer one question share its name.
  "form-dup-name": ["error", { shared: ["radio", "button", "reset", "submit", "checkbox"] }],
  // Titles are as long as organisers write them.
  "long-title": "off",
};
const checker = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:recommended"], rules }));
const folder = process.argv[2];
for (const name of readdirSync(folder)) {
  const report = await checker.validateString(readFileSync(join(folder, name), "utf8"));
  for (const fault of report.results.flatMap((r) => r.messages)) {
    console.log(`${name}:${fault.line} ${fault.ruleId}: ${fault.message}`);
  }
}
