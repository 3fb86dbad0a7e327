import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readIfThere } from "../executables";

/** A provider plugin that an installed package asks for. */
export interface RequiredPackage {
    readonly name: string;
    /** Such as `7.48.0`. */
    readonly version: string;
    /** Where it is downloaded from, when not from Pulumi. */
    readonly server: string;
}

interface Manifest {
    readonly name?: string;
    readonly version?: string;
    readonly pulumi?: {
        readonly resource?: boolean;
        readonly name?: string;
        readonly version?: string;
        readonly server?: string;
    };
}

/** The plugins that the packages in a program's `node_modules` need, by name. */
export function requiredPackages(programDir: string): readonly RequiredPackage[] {
    const modules = join(programDir, "node_modules");
    const folders = foldersIn(modules).flatMap((name) =>
        name.startsWith("@") ? foldersIn(join(modules, name)).map((below) => join(name, below)) : [name],
    );
    return folders.flatMap((folder) => {
        const text = readIfThere(join(modules, folder, "package.json"));
        // Most packages have nothing to do with Pulumi; parsing all of them would cost more than the rest of the answer.
        if (text === undefined || !text.includes('"pulumi"')) return [];
        const { name, version, pulumi }: Manifest = JSON.parse(text);
        if (pulumi?.resource !== true) return [];
        return [
            {
                name: pulumi.name ?? (name ?? folder).replace(/^@pulumi\//, "").replace(/^@/, ""),
                version: (pulumi.version ?? version ?? "").replace(/^v/, ""),
                server: pulumi.server ?? "",
            },
        ];
    });
}

function foldersIn(folder: string): readonly string[] {
    try {
        return readdirSync(folder).filter((name) => !name.startsWith("."));
    } catch {
        return [];
    }
}
