import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { projectRoot } from "../../offline/project";
import { code, document, heading, table } from "./markdown";

/** One member of the outputs' interface. */
export interface Output {
    readonly name: string;
    readonly meaning: string;
}

const SOURCE = join("infra", "app", "outputs.ts");

/** `docs/outputs.md`: what people and other stacks may rely on. */
export function outputsDocument(): string {
    const outputs = outputsOf(readFileSync(join(projectRoot, SOURCE), "utf8"));
    return document(
        heading("Outputs of a stack"),
        "Read one with `pulumi stack output <name>`. None is a secret. Other stacks and scripts may rely on these names; what is not here may change.",
        table(
            ["output", "meaning"],
            outputs.map(({ name, meaning }) => [code(name), meaning]),
        ),
    );
}

/** The members of `StackOutputs` with their comments, from the text of the file that declares it. */
export function outputsOf(source: string): readonly Output[] {
    const file = ts.createSourceFile("outputs.ts", source, ts.ScriptTarget.ES2022, true);
    const declared = file.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === "StackOutputs");
    if (declared === undefined) throw new Error(`docs: ${SOURCE} declares no interface StackOutputs`);
    return declared.members.filter(ts.isPropertySignature).map((member) => ({
        name: member.name.getText(file),
        meaning: ts
            .getJSDocCommentsAndTags(member)
            .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "")
            .join(" "),
    }));
}
