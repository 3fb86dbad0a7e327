import { writeFileSync } from "node:fs";
import { documentFile, GENERATED_DOCUMENTS } from "./documents";

/** `npm run docs`: writes the documents that follow from the code. */
function main(): void {
    for (const [name, content] of Object.entries(GENERATED_DOCUMENTS)) {
        writeFileSync(documentFile(name), content());
        console.log(`docs: wrote docs/${name}`);
    }
}

main();
