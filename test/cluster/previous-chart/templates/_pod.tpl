{{/* A tier's Deployment. Takes (list $ tier). */}}
{{- define "kaireon.deployment" -}}
{{- $root := index . 0 -}}
{{- $tier := index . 1 -}}
{{- $t := index $root.Values $tier -}}
{{- $uses := index (include "kaireon.uses" $root | fromYaml) $tier -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "kaireon.name" $tier }}
  labels: {{- include "kaireon.labels" . | nindent 4 }}
  annotations:
    # Reloader restarts the pods when a Secret that they read changes: a rotated password is in the environment of new pods only.
    secret.reloader.stakater.com/auto: "true"
spec:
  {{- if hasKey $t "replicas" }}
  replicas: {{ int $t.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  selector:
    matchLabels: {{- include "kaireon.selectorLabels" . | nindent 6 }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: {{ $t.rollingUpdate.maxSurge }}
      maxUnavailable: {{ $t.rollingUpdate.maxUnavailable }}
  template:
    metadata:
      # No chart version here: it would restart every pod when only the chart's version changes.
      labels: {{- include "kaireon.selectorLabels" . | nindent 8 }}
      annotations:
        {{- if has "config" $uses }}
        checksum/config: {{ include "kaireon.environment" $root | sha256sum }}
        {{- end }}
        {{- if and (has "postgres" $uses) $root.Values.postgres.external.caBundle }}
        checksum/database-ca: {{ $root.Values.postgres.external.caBundle | sha256sum }}
        {{- end }}
        kubectl.kubernetes.io/default-container: {{ $tier | kebabcase }}
    spec: {{- include "kaireon.podSpec" . | nindent 6 }}
{{- end -}}

{{- define "kaireon.podSpec" -}}
{{- $root := index . 0 -}}
{{- $tier := index . 1 -}}
{{- $t := index $root.Values $tier -}}
serviceAccountName: {{ include "kaireon.name" $tier }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- include "kaireon.placement" . }}
topologySpreadConstraints: {{- include "kaireon.spread" . | trim | nindent 2 }}
terminationGracePeriodSeconds: {{ int $t.terminationGracePeriodSeconds }}
securityContext: {{- include "kaireon.podSecurityContext" (list $root.Values.podSecurity.runAsUser $root.Values.podSecurity) | nindent 2 }}
containers:
  - {{ include "kaireon.container" . | nindent 4 | trim }}
volumes: {{- include "kaireon.volumes" . | trim | nindent 2 }}
{{- end -}}

{{/* Where pods may run. Takes (list $ tier). */}}
{{- define "kaireon.placement" -}}
{{- $root := index . 0 -}}
{{- $t := index $root.Values (index . 1) -}}
{{- with $root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with $t.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with $t.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $t.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/*
Spread over zones and hosts. Two choices that matter when a zone is lost: minDomains is not set, as with two zones left it would admit
no more pods; and taints are honoured, so that a zone whose nodes are unreachable does not hold the others down. Pods of the
revision that is being replaced do not count (matchLabelKeys).
*/}}
{{- define "kaireon.spread" -}}
{{- $spread := (index (index . 0).Values (index . 1)).topologySpread -}}
{{- $labels := include "kaireon.selectorLabels" . -}}
{{- range $key, $when := dict "topology.kubernetes.io/zone" $spread.zone "kubernetes.io/hostname" $spread.host }}
- topologyKey: {{ $key }}
  whenUnsatisfiable: {{ $when }}
  maxSkew: 1
  nodeTaintsPolicy: Honor
  matchLabelKeys: [pod-template-hash]
  labelSelector:
    matchLabels: {{- $labels | nindent 6 }}
{{- end }}
{{- end -}}

{{/* Takes (list user podSecurity). */}}
{{- define "kaireon.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ int (index . 0) }}
runAsGroup: {{ int (index . 1).runAsGroup }}
fsGroup: {{ int (index . 1).fsGroup }}
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{/* Takes whether the image is mounted read-only. */}}
{{- define "kaireon.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: {{ . }}
runAsNonRoot: true
capabilities: { drop: [ALL] }
{{- end -}}

{{- define "kaireon.container" -}}
{{- $root := index . 0 -}}
{{- $tier := index . 1 -}}
{{- $t := index $root.Values $tier -}}
{{- $uses := index (include "kaireon.uses" $root | fromYaml) $tier -}}
name: {{ $tier | kebabcase }}
image: {{ include "kaireon.image" . | quote }}
imagePullPolicy: {{ $root.Values.image.pullPolicy }}
{{- with $t.command }}
command: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $t.args }}
args: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $t.port }}
ports:
  - { name: http, containerPort: {{ int . }}, protocol: TCP }
{{- end }}
{{- $envFrom := list -}}
{{- if has "config" $uses -}}
{{- $envFrom = append $envFrom (dict "configMapRef" (dict "name" "kaireon-config")) -}}
{{- $envFrom = append $envFrom (dict "secretRef" (dict "name" $root.Values.externalSecrets.application.secretName)) -}}
{{- end -}}
{{- if eq $tier "mcp" -}}
{{- $envFrom = append $envFrom (dict "secretRef" (dict "name" $root.Values.externalSecrets.mcp.secretName "optional" true)) -}}
{{- end -}}
{{- with $envFrom }}
envFrom: {{- toYaml . | nindent 2 }}
{{- end }}
env:
  {{- range $name, $value := include "kaireon.tierEnvironment" . | fromYaml }}
  - { name: {{ $name }}, value: {{ $value | quote }} }
  {{- end }}
  {{- range include "kaireon.secretVariables" . | fromYamlArray }}
  - name: {{ .name }}
    valueFrom: { secretKeyRef: { name: {{ .secret }}, key: {{ .key }} } }
  {{- end }}
resources: {{- toYaml $t.resources | nindent 2 }}
{{- range $kind, $probe := $t.probes }}
{{ $kind }}Probe: {{- toYaml $probe | nindent 2 }}
{{- end }}
{{- with int $t.preStopSleepSeconds }}
lifecycle:
  preStop: { sleep: { seconds: {{ . }} } }
{{- end }}
securityContext: {{- include "kaireon.containerSecurityContext" $root.Values.podSecurity.readOnlyRootFilesystem | nindent 2 }}
volumeMounts:
  {{- range $index, $path := $t.writablePaths }}
  - { name: writable-{{ $index }}, mountPath: {{ $path }} }
  {{- end }}
  {{- if and (has "postgres" $uses) $root.Values.postgres.external.caBundle }}
  - { name: database-ca, mountPath: /etc/kaireon/database-ca, readOnly: true }
  {{- end }}
{{- end -}}

{{- define "kaireon.volumes" -}}
{{- $root := index . 0 -}}
{{- $tier := index . 1 -}}
{{- range $index, $path := (index $root.Values $tier).writablePaths }}
- name: writable-{{ $index }}
  emptyDir: { sizeLimit: {{ $root.Values.podSecurity.writablePathSizeLimit }} }
{{- end }}
{{- if and (has "postgres" (index (include "kaireon.uses" $root | fromYaml) $tier)) $root.Values.postgres.external.caBundle }}
- name: database-ca
  configMap: { name: kaireon-database-ca }
{{- end }}
{{- end -}}
