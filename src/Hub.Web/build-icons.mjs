// Joins the icons in use into one sprite. Run by ClientAssets.targets: node build-icons.mjs <lucide icons folder> <sprite>
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const names = `
  arrow-left arrow-right badge-check ban bell building-2 calendar calendar-days calendar-plus calendar-x check chevron-down
  chevron-left chevron-right chevron-up circle-alert circle-check circle-help clock coffee copy download external-link eye eye-off
  file-text fingerprint globe grip-vertical hexagon history hourglass info key-round languages layout-grid link list lock log-out mail map map-pin
  menu mic mic-vocal monitor octagon-alert pencil phone plus presentation printer qr-code redo-2 refresh-cw rocket rss save
  scan-qr-code search send settings shield-alert shield-check sliders-horizontal square-pen star tag ticket ticket-check
  train-front trash-2 triangle-alert undo-2 upload user-plus user-round users utensils video wifi x
`.split(/\s+/).filter(Boolean);

const [folder, sprite] = process.argv.slice(2);
const symbol = (name) => {
  const svg = readFileSync(join(folder, `${name}.svg`), "utf8");
  const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return `<symbol id="i-${name}" viewBox="0 0 24 24">${inner.replace(/\s+/g, " ").trim()}</symbol>`;
};
writeFileSync(sprite, `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("\n")}</svg>\n`);
