import { installedVersion, start } from "../start";
import { RandomStandIn } from "./random-stand-in";

start(() => new RandomStandIn(installedVersion("@pulumi/random")));
