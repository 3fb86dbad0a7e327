import { type PropertyMap, text } from "../protocol/values";
import type { Instance, ResourceRow, Rows } from "../resources/row";

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const SPECIAL = "!@#$%&*()-_=+[]{}<>:?";

/** Everything that a random value is made of: any change makes another value, by replacement. */
const STRING_INPUTS = [
    "keepers",
    "length",
    "lower",
    "minLower",
    "minNumeric",
    "minSpecial",
    "minUpper",
    "number",
    "numeric",
    "overrideSpecial",
    "special",
    "upper",
];

function stringRow(id: ResourceRow["id"], outputs?: (instance: Instance) => PropertyMap): ResourceRow {
    return {
        creates: "random:Generate",
        id,
        outputs: (instance) => ({ result: randomString(instance), ...outputs?.(instance) }),
        replaceOn: STRING_INPUTS,
        autoName: "none",
    };
}

/** Deterministic: the same program gives the same values. They are placeholders for values that nobody may guess. */
export const randomRows: Rows = {
    "random:index/randomPassword:RandomPassword": stringRow(
        () => "none",
        (instance) => ({ bcryptHash: `$2a$10$${instance.hex(53, "bcrypt")}` }),
    ),
    "random:index/randomString:RandomString": stringRow(randomString),
    "random:index/randomId:RandomId": {
        creates: "random:Generate",
        id: (instance) => randomBytes(instance).toString("base64url"),
        outputs: (instance) => {
            const bytes = randomBytes(instance);
            const prefix = text(instance.inputs["prefix"]);
            return {
                b64Std: prefix + bytes.toString("base64"),
                b64Url: prefix + bytes.toString("base64url"),
                dec: prefix + BigInt(`0x${bytes.toString("hex")}`).toString(),
                hex: prefix + bytes.toString("hex"),
            };
        },
        replaceOn: ["byteLength", "keepers", "prefix"],
        autoName: "none",
    },
    "random:index/randomPet:RandomPet": {
        creates: "random:Generate",
        id: (instance) => {
            const separator = text(instance.inputs["separator"]) || "-";
            const words = Array.from(
                { length: Number(instance.inputs["length"] ?? 2) },
                (_, index) => `pet${instance.hex(4, `${index}`)}`,
            );
            return [
                ...(text(instance.inputs["prefix"]) === "" ? [] : [text(instance.inputs["prefix"])]),
                ...words,
            ].join(separator);
        },
        replaceOn: ["keepers", "length", "prefix", "separator"],
        autoName: "none",
    },
};

function randomBytes(instance: Instance): Buffer {
    return Buffer.from(instance.hex(2 * Number(instance.inputs["byteLength"] ?? 8), "bytes"), "hex");
}

function randomString(instance: Instance): string {
    const allowed = (name: string, characters: string) => (instance.inputs[name] === false ? "" : characters);
    const numeric = instance.inputs["number"] === false ? "" : allowed("numeric", DIGITS);
    const special = allowed("special", text(instance.inputs["overrideSpecial"]) || SPECIAL);
    const classes: [minimum: string, characters: string][] = [
        ["minLower", allowed("lower", LOWER)],
        ["minUpper", allowed("upper", LOWER.toUpperCase())],
        ["minNumeric", numeric],
        ["minSpecial", special],
    ];
    const pick = (characters: string, index: number): string =>
        characters[Number.parseInt(instance.hex(8, `character ${index}`), 16) % characters.length] ?? "";
    const required = classes.flatMap(([minimum, characters]) =>
        Array<string>(Number(instance.inputs[minimum] ?? 0)).fill(characters),
    );
    const any = classes.map(([, characters]) => characters).join("");
    return Array.from({ length: Number(instance.inputs["length"] ?? 0) }, (_, index) =>
        pick(required[index] ?? any, index),
    ).join("");
}
