import * as pulumi from "@pulumi/pulumi";
import { RunError } from "@pulumi/pulumi/errors";

class Thing extends pulumi.CustomResource {
    declare readonly label: pulumi.Output<string>;

    constructor(name: string, label: string) {
        super("tiny:index:Thing", name, { label }, { version: "1.0.0" });
    }
}

const config = new pulumi.Config();
if (config.getBoolean("refuse")) {
    throw new RunError("tiny:refuse is true; this program refuses. Set tiny:refuse to false.");
}
if (config.getBoolean("crash")) throw new Error("a mistake in the program");

export const label = new Thing("thing", config.require("label")).label;
