{{/* Each template here gives a JSON list of sentences: what is set, the rule, the fix. Empty when all is well. */}}

{{- define "kaireon.problems.required" -}}
{{- $v := .Values -}}
{{- $p := list -}}
{{- if not $v.image.tag -}}
{{- $p = append $p "image.tag is empty; the vendor publishes no tag to fall back on. Set image.tag to the version that you are licensed for." -}}
{{- end -}}
{{- if not $v.postgres.external.host -}}
{{- $p = append $p "postgres.external.host is empty; postgres.mode external needs the writer's host. Set postgres.external.host." -}}
{{- end -}}
{{- if not $v.redis.external.host -}}
{{- $p = append $p "redis.external.host is empty; redis.mode external needs the server's host (in cluster mode its configuration endpoint). Set redis.external.host." -}}
{{- end -}}
{{- if and $v.redis.cluster (not (regexMatch "\\{[^}]+\\}" $v.redis.queuePrefix)) -}}
{{- $p = append $p (printf "redis.queuePrefix is %s; in cluster mode it needs a part in braces, or the keys of one queue lie on several shards (CROSSSLOT). Set redis.queuePrefix to {kaireon}." (quote $v.redis.queuePrefix)) -}}
{{- end -}}
{{- if $v.externalSecrets.enabled -}}
{{- if not $v.externalSecrets.region -}}
{{- $p = append $p "externalSecrets.region is empty; Secrets Manager is read in one region. Set externalSecrets.region." -}}
{{- end -}}
{{- $stores := include "kaireon.stores" (list . "api") | fromJsonArray -}}
{{- $needed := list "application" "database" "redis" -}}
{{- if and (has "kafka" $stores) (eq $v.kafka.authentication "scram") -}}{{- $needed = append $needed "kafka" -}}{{- end -}}
{{- if has "pulsar" $stores -}}{{- $needed = append $needed "pulsar" -}}{{- end -}}
{{- if has "scylla" $stores -}}{{- $needed = append $needed "scylla" -}}{{- end -}}
{{- range $needed -}}
{{- if not (index $v.externalSecrets .).secretArn -}}
{{- $p = append $p (printf "externalSecrets.%s.secretArn is empty; the pods need that secret. Set externalSecrets.%s.secretArn to the secret's ARN." . .) -}}
{{- end -}}
{{- end -}}
{{- if and $v.cron.enabled (not (has "CRON_SECRET" $v.externalSecrets.application.keys)) -}}
{{- $p = append $p "externalSecrets.application.keys has no CRON_SECRET; the cron routes refuse every call without it. Add CRON_SECRET, or set cron.enabled to false." -}}
{{- end -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}

{{- define "kaireon.problems.eventBus" -}}
{{- $v := .Values -}}
{{- $p := list -}}
{{- $alias := $v.eventbus | default dict -}}
{{- $explicit := $v.config.EVENT_PUBLISHER -}}
{{- $publisher := include "kaireon.publisher" . -}}
{{- $block := include "kaireon.busBlock" $publisher -}}
{{- if and $alias.enabled $explicit (ne $block $alias.backend) -}}
{{- $p = append $p (printf "config.EVENT_PUBLISHER is %s while eventbus.backend is %s; they must name the same event bus. Clear config.EVENT_PUBLISHER, or set eventbus.backend." $explicit $alias.backend) -}}
{{- end -}}
{{- if and (hasKey $v "eventbus") $alias (not $alias.enabled) $explicit (ne $explicit "redis") -}}
{{- $p = append $p (printf "config.EVENT_PUBLISHER is %s while eventbus.enabled is false; without an event bus the publisher is redis. Clear config.EVENT_PUBLISHER, or set eventbus.enabled to true." $explicit) -}}
{{- end -}}
{{- $by := ternary "config.EVENT_PUBLISHER" "eventbus.backend" (ne $explicit "") -}}
{{- if ne $block "redis" -}}
{{- $p = concat $p (include "kaireon.problems.block" (list . $block (printf "%s selects %s" $by $block)) | fromJsonArray) -}}
{{- end -}}
{{- $iam := eq $v.kafka.authentication "iam" -}}
{{- if and (has $publisher (list "msk" "aws_msk")) (not $iam) -}}
{{- $p = append $p (printf "kafka.authentication is %s while config.EVENT_PUBLISHER is %s, which signs in with IAM. Set kafka.authentication to iam, or config.EVENT_PUBLISHER to kafka." $v.kafka.authentication $publisher) -}}
{{- end -}}
{{- if and (has $publisher (list "kafka" "redpanda")) $iam -}}
{{- $p = append $p (printf "kafka.authentication is iam while config.EVENT_PUBLISHER is %s, which cannot sign in with IAM. Set kafka.authentication to scram or none, or config.EVENT_PUBLISHER to msk." $publisher) -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}

{{- define "kaireon.problems.interactionStore" -}}
{{- $v := .Values -}}
{{- $p := list -}}
{{- $alias := ($v.interactionStore | default dict).backend | default "" -}}
{{- $explicit := $v.config.INTERACTION_STORE -}}
{{- if and $alias $explicit (ne $alias $explicit) -}}
{{- $p = append $p (printf "config.INTERACTION_STORE is %s while interactionStore.backend is %s; they must name the same store. Clear config.INTERACTION_STORE, or set interactionStore.backend." $explicit $alias) -}}
{{- end -}}
{{- $by := ternary "config.INTERACTION_STORE" "interactionStore.backend" (ne $explicit "") -}}
{{- $store := include "kaireon.interactionStore" . -}}
{{- if ne $store "pg" -}}
{{- $p = concat $p (include "kaireon.problems.block" (list . (include "kaireon.storeBlock" $store) (printf "%s selects %s" $by $store)) | fromJsonArray) -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}

{{- define "kaireon.problems.search" -}}
{{- $v := .Values -}}
{{- $p := list -}}
{{- $explicit := $v.config.SEARCH_INDEX -}}
{{- $selected := ternary "opensearch" "pg" $v.opensearch.enabled -}}
{{- if and $explicit (ne $explicit $selected) -}}
{{- $p = append $p (printf "config.SEARCH_INDEX is %s while opensearch.enabled is %t; that selects %s. Clear config.SEARCH_INDEX, or set opensearch.enabled." $explicit $v.opensearch.enabled $selected) -}}
{{- end -}}
{{- if $v.opensearch.enabled -}}
{{- $p = concat $p (include "kaireon.problems.block" (list . "opensearch" "opensearch.enabled is true") | fromJsonArray) -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}

{{/* What a selected backend's block lacks. Takes (list $ block reason). */}}
{{- define "kaireon.problems.block" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $reason := index . 2 -}}
{{- $block := index $root.Values $name -}}
{{- $p := list -}}
{{- if not $block.enabled -}}
{{- $p = append $p (printf "%s.enabled is false, but %s; the connector starts only when its block is enabled. Set %s.enabled to true." $name $reason $name) -}}
{{- end -}}
{{- $fields := dict
    "kafka" (list "brokers")
    "kinesis" (list "streamName" "region")
    "eventbridge" (list "busName" "region")
    "pulsar" (list "serviceUrl")
    "dynamodb" (list "tableName" "region")
    "scylla" (list "contactPoints" "datacenter")
    "keyspaces" (list "keyspace" "table" "region")
    "opensearch" (list "endpoint" "region")
-}}
{{- $needed := get $fields $name -}}
{{- if and (eq $name "kafka") (eq $block.authentication "iam") -}}{{- $needed = append $needed "region" -}}{{- end -}}
{{- range $needed -}}
{{- if not (index $block .) -}}
{{- $p = append $p (printf "%s.%s is empty, but %s. Set %s.%s." $name . $reason $name .) -}}
{{- end -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}
