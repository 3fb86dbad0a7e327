import { writeFileSync } from "node:fs";
import { documentFile, GENERATED_DOCUMENTS } from "./documents";

/** `npm run docs`: writes the documents that follow from the code; `npm run docs -- policies.md`: one of them. */
async function main(wanted: readonly string[]): Promise<void> {
    for (const [name, content] of Object.entries(GENERATED_DOCUMENTS)) {
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        writeFileSync(documentFile(name), await content());
        console.log(`docs: wrote docs/${name}`);
    }
}

void main(process.argv.slice(2));
