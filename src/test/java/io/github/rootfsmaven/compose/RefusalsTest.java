package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, where, and in which words. The reference refuses each; ConformanceTest holds that for the kinds. */
class RefusalsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ports: ['a:80']              | 'a:80'            | 'a:80' is no port to publish: one of its numbers is no port
            ports: ['80:']               | '80:'             | '80:' is no port to publish: it has no number
            ports: ['80/xyz']            | '80/xyz'          | '80/xyz' is no port to publish: it has no known protocol
            ports: ['65536']             | '65536'           | '65536' is no port to publish: one of its numbers is no port
            ports: ['3-1']               | '3-1'             | '3-1' is no port to publish: a range in it ends before it begins
            ports: ['1-3:1-2']           | '1-3:1-2'         | '1-3:1-2' is no port to publish: its two ranges have different lengths
            ports: [{published: '80'}]   | {published: '80'} | services.a.ports[0] has no target
            ports: ['1.2.3:80:80']       | '1.2.3:80:80'     | '1.2.3:80:80' is no port to publish: '1.2.3' is no address of this host
            ports: ['::1:80:80']         | '::1:80:80'       | '::1:80:80' is no port to publish: '::1' is no address of this host
            env_file: [{path: n, required: maybe}] | maybe   | services.a.env_file[].required: 'maybe' is no boolean
            attach: maybe                | maybe             | services.a.attach: 'maybe' is no boolean
            stop_grace_period: 5x        | 5x                | services.a.stop_grace_period: '5x' is no duration
            healthcheck: {retries: -1}   | -1                | services.a.healthcheck.retries must be at least 0
            healthcheck: {retries: '-1'} | '-1'              | services.a.healthcheck.retries must be at least 0
            volumes: [{type: tmpfs, target: /t, tmpfs: {mode: -1}}] | -1 | services.a.volumes.0.tmpfs.mode must be at least 0
            healthcheck: {interval: 5}   | 5                 | services.a.healthcheck.interval must be a string, not a number
            healthcheck: {interval: '5'} | '5'               | services.a.healthcheck.interval: '5' is no duration
            extra_hosts: [h]             | h                 | services.a.extra_hosts[]: 'h' is no host with its address
            deploy: {resources: {limits: {memory: x}}} | x   | services.a.deploy.resources.limits.memory: 'x' is no size
            deploy: {resources: {limits: {cpus: x}}} | x     | services.a.deploy.resources.limits.cpus: 'x' is no number
            secrets: [{target: t}]       | {target: t}       | service 'a' refers to undefined secret ''
            devices: ['a:b:c:d']         | 'a:b:c:d'         | services.a.devices[]: 'a:b:c:d' is no device
            build: {ssh: [x]}            | x                 | services.a.build.ssh[]: 'x' is no key of an agent
            build: {additional_contexts: [x]} | x            | services.a.build.additional_contexts[]: 'x' is no name with its context
            command: 'a "b'              | 'a "b'            | services.a.command: 'a "b' is no whole command: a quote or bracket stays open
            post_start: [{command: 'a) b'}] | 'a) b'         | services.a.post_start[].command: 'a) b' is no whole command: a quote or bracket stays open
            mem_swappiness: x            | x                 | services.a.mem_swappiness: 'x' is no size
            blkio_config: {weight: '300'} | '300'            | services.a.blkio_config.weight: '300' is no number, for it has quotes
            gpus: [{count: x}]           | x                 | services.a.gpus[].count: 'x' is no number and not 'all'
            deploy: {resources: {limits: {pids: x}}} | x     | services.a.deploy.resources.limits.pids: 'x' is no whole number
            deploy: {resources: {reservations: {devices: [{capabilities: [g], count: 1, device_ids: [a]}]}}} | {capabilities: [g], count: 1, device_ids: [a]} | services.a.deploy.resources.reservations.devices: count and device_ids exclude one another
            cap_add: X                   | X                 | services.a.cap_add must be a list, not a string
            cap_add: [1]                 | 1                 | services.a.cap_add.0 must be a string, not a number
            security_opt: [x, y, x]      | x                 | services.a.security_opt: 'x' stands in this list twice
            user: 5                      | 5                 | services.a.user must be a string, not a number
            user: true                   | true              | services.a.user must be a string, not a boolean
            user: 2001-01-01             | 2001-01-01        | services.a.user must be a string, not a date
            user: [a]                    | [a]               | services.a.user must be a string, not a list
            user: {a: b}                 | {a: b}            | services.a.user must be a string, not a mapping
            user:                        | ``                | services.a.user must be a string, not empty
            cgroup: x                    | x                 | services.a.cgroup must be one of host, private
            container_name: '-'          | '-'               | services.a.container_name must be like [a-zA-Z0-9][a-zA-Z0-9_.-]+
            read_only: 1                 | 1                 | services.a.read_only must be a boolean or a string, not a number
            oom_score_adj: 1001          | 1001              | services.a.oom_score_adj must be from -1000 to 1000
            oom_score_adj: -1001         | -1001             | services.a.oom_score_adj must be from -1000 to 1000
            cpu_count: -1                | -1                | services.a.cpu_count must be at least 0
            cpu_count: 1.5               | 1.5               | services.a.cpu_count must be a string or a number, not a number
            ulimits: {A: 1}              | A                 | services.a.ulimits: the name 'A' is not allowed
            ulimits: {a: {soft: 1}}      | {soft: 1}         | services.a.ulimits.a: the key 'hard' is missing
            extends: {file: x}           | {file: x} | services.a.extends: the key 'service' is missing
            env_file: [{paht: x}]        | paht              | there is no key 'paht' in services.a.env_file.0
            blkio_config: {x-a: b}       | x-a               | there is no key 'x-a' in services.a.blkio_config
            healthcheck: {test: [x]}     | x                 | healthcheck.test must begin with "CMD", "CMD-SHELL" or "NONE"
            develop: {watch: [{path: s, action: sync}]} | {path: s, action: sync} | services.a.develop.watch: action sync needs a target
            develop: {watch: [{path: s, action: sync, target: ''}]} | {path: s, action: sync, target: ''} | services.a.develop.watch: action sync needs a target
            scale: -1                    | -1                | services.a.scale must not be negative
            deploy: {replicas: -1}       | -1                | services.a.deploy.replicas must not be negative
            mem_limit: x                 | x                 | services.a.mem_limit: 'x' is no size
            shm_size: 1x                 | 1x                | services.a.shm_size: '1x' is no size
            mem_reservation: ' '         | ' '               | services.a.mem_reservation: ' ' is no size
            networks: [n]                | n                 | service 'a' refers to undefined network 'n'
            networks: {n: }              | n                 | service 'a' refers to undefined network 'n'
            models: [m]                  | m                 | service 'a' refers to undefined model 'm'
            configs: [c]                 | c                 | service 'a' refers to undefined config 'c'
            configs: [{source: c}]       | c                 | service 'a' refers to undefined config 'c'
            volumes: [{type: tmpfs}]     | {type: tmpfs}     | this mount has no target
            devices: [{source: /dev/a}]  | {source: /dev/a}  | this mount has no target
            volumes: [{type: volume, source: v, target: /x}] | v | service 'a' refers to undefined volume 'v'
            volumes: ['']                | ''                | invalid empty volume spec
            build: {secrets: [s]}        | s                 | service 'a' refers to undefined secret 's'
            depends_on: [b]              | b                 | service 'a' depends on undefined service 'b'
            depends_on: [1]              | 1                 | services.a.depends_on.0 must be a string, not a number
            cpus: x                      | x                 | services.a.cpus must be a number, and this is 'x'
            scale: 1.5                   | 1.5               | services.a.scale must be a number or a string, not a number
            scale: '1.5'                 | '1.5'             | services.a.scale must be a number, and this is '1.5'
            """)
    void aKeyOfAService(String line, String place, String message) throws IOException {
        check("services:\n  a:\n    image: x\n    " + line + "\n", place, message, 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            scale: 2           | deploy: {replicas: 3}         | 2    | services.a: 'scale' and 'deploy.replicas' have different values
            container_name: me | scale: 2                      | me   | services.a: a container_name is for one container, and scale asks for more
            mem_limit: 1m      | deploy: {resources: {limits: {memory: 2m}}} | 1m | services.a: 'mem_limit' and 'deploy.resources.limits.memory' have different values
            mem_reservation: 1m | deploy: {resources: {reservations: {cpus: 1}}} | 1m | services.a: 'mem_reservation' and 'deploy.resources.reservations.memory' have different values
            pids_limit: 7      | deploy: {resources: {limits: {pids: 8}}} | 7 | services.a: 'pids_limit' and 'deploy.resources.limits.pids' have different values
            cpus: 0.5          | deploy: {resources: {limits: {cpus: '1'}}} | 0.5 | services.a: 'cpus' and 'deploy.resources.limits.cpus' have different values
            network_mode: host | networks: [default]           | host | service 'a' has both network_mode and networks
            """)
    void twoKeysThatContradictOneAnother(String first, String second, String place, String message) throws IOException {
        check("services:\n  a:\n    image: x\n    " + first + "\n    " + second + "\n", place, message, 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `configs: {c: {}}`                              | c      | configs.c: one of file, environment, content must be set
            `configs: {c: {file: a, content: b}}`           | c      | configs.c: only one of file, environment, content can be set
            `secrets: {s: {file: a, environment: b}}`       | s      | secrets.s: only one of file, environment can be set
            `secrets: {s: {driver: d}}`                     | s      | secrets.s: one of file, environment must be set
            `secrets: {s: {external: false}}`               | s      | secrets.s: one of file, environment must be set
            `volumes: {v: {external: true, driver: d}}`     | driver | volumes.v: an external volume cannot have 'driver'
            `volumes: {v: {external: {name: n}, name: m}}`  | m      | volumes.v: external.name is another name
            `secrets: {s: {environment: ''}}`               | s      | secrets.s: one of file, environment must be set
            `volumes: {v: {external: {name: n}, labels: []}}` | labels | volumes.v: an external volume cannot have 'labels'
            `name: "-"`                                     | "-"    | the project's name has no letter or digit
            `nets: {}`                                      | nets   | there is no key 'nets' at the top of a Compose file
            `include: x`                                    | x      | include must be a list, not a string
            `include: [{}]`                                 | {}     | an include needs a path
            `include: [{path: []}]`                         | {path: []} | an include needs a path
            `networks: {n: {internal: maybe}}`              | maybe  | networks.n.internal must be a boolean, and this is 'maybe'
            """)
    void aSectionOfAProject(String line, String place, String message) throws IOException {
        check(line + "\nservices: {a: {image: x}}\n", place, message, 1);
    }

    /** What looks like one of the mistakes above and is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ports: [80, '81', '1:2/udp', '1-3:1-3', '9000-9002:84', '127.0.0.1::83', '[::1]:85:85', '0:65535', '80/TCP']
            ports: ['${P}', '${P}:80']
            ports: ['80/', '81/tcp/udp', '[fe80::1%eth0]:82:82']
            attach: 'no'
            stop_grace_period: 1m30s
            stop_grace_period: '0'
            stop_grace_period: 1.5h
            healthcheck: {interval: 1d, timeout: '${T}', start_period: .5s}
            extra_hosts: ['a=1.2.3.4', 'b:::1', '${H}']
            deploy: {resources: {limits: {memory: 64m, cpus: '.5'}}}
            devices: ['a:b:c']
            build: {ssh: [default, x=y], additional_contexts: [a=b]}
            deploy: {replicas: 0}
            oom_score_adj: 1000
            oom_score_adj: -1000
            cpu_count: 0
            mem_limit: -1
            mem_limit: '-1'
            mem_limit: '${M}'
            user: '${U}'
            cgroup: '${C}'
            networks: [default]
            healthcheck: {test: []}
            healthcheck: {test: ['${T}']}
            healthcheck: {test: [NONE]}
            develop: {watch: [{path: s, action: rebuild}, {path: s, action: restart}]}
            depends_on: ['${D}']
            volumes: ['${V}:/x', {type: volume, source: '', target: /y}, {type: volume, source: '${V}', target: /z}]
            tmpfs: ['${A}', '${B}', '${A}']
            cap_add: ['${A}', '${B}']
            security_opt: ['${A}', '${B}']
            x-any: [1, {a: b}]
            models: []
            scale: 2
            scale: '2'
            network_mode: ''
            pids_limit: 0
            """)
    void noMistake(String line) throws IOException {
        ComposeProject project = load("services:\n  a:\n    image: x\n    " + line + "\n");
        assertThat(project.problems()).noneMatch(problem -> problem.kind() == Problem.Kind.INVALID_COMPOSE);
        assertThat(project.services()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `volumes: {v: {external: true, name: n, x-own: 1}}`
            `configs: {c: {external: true}, d: {driver: x, environment: E}, e: {content: ''}}`
            `secrets: {s: {external: true}, t: {environment: E}}`
            `volumes: {v: {external: false, driver: d}}`
            `include: []`
            `include:`
            `name: ''`
            `volumes:`
            """)
    void noMistakeInASection(String line) throws IOException {
        ComposeProject project = load(line + "\nservices: {a: {image: x}}\n");
        boolean schema = line.equals("volumes:") || line.contains("driver: x");
        assertThat(project.problems().isEmpty() || schema)
                .as(project.problems().toString())
                .isTrue();
    }

    private void check(String yaml, String place, String message, int line) throws IOException {
        Problem problem = load(yaml).problems().get(0);
        assertThat(problem.message().english()).isEqualTo(message);
        assertThat(problem.where().text()).isEqualTo(place);
        assertThat(problem.where().startLine()).isEqualTo(line);
    }

    private ComposeProject load(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("compose.yaml"), yaml);
        return ComposeLoader.load(new ComposeSettings(List.of(file), List.of(), Map.of(), List.of("*"), Unset.UNKNOWN));
    }
}
