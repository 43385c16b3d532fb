package io.github.rootfsmaven.rules;

import io.github.rootfsmaven.rule.Rule;
import io.github.rootfsmaven.rules.image.ImageVolume;
import io.github.rootfsmaven.rules.image.ImageVolumeOverProgram;
import io.github.rootfsmaven.rules.image.WritableProgramFiles;
import io.github.rootfsmaven.rules.input.InvalidCompose;
import io.github.rootfsmaven.rules.input.InvalidDockerfile;
import io.github.rootfsmaven.rules.input.NotRead;
import io.github.rootfsmaven.rules.mounts.AnonymousVolume;
import io.github.rootfsmaven.rules.mounts.BroadWritableMount;
import io.github.rootfsmaven.rules.mounts.DroppedVolumesFromRo;
import io.github.rootfsmaven.rules.mounts.IgnoredMountOption;
import io.github.rootfsmaven.rules.mounts.MountpointInReadOnlyBind;
import io.github.rootfsmaven.rules.mounts.PiercedReadOnly;
import io.github.rootfsmaven.rules.mounts.SensitiveHostPath;
import io.github.rootfsmaven.rules.mounts.SharedWritableVolume;
import io.github.rootfsmaven.rules.mounts.TempOnVolume;
import io.github.rootfsmaven.rules.mounts.VolumeOwner;
import io.github.rootfsmaven.rules.mounts.WritableConfigMount;
import io.github.rootfsmaven.rules.mounts.WritableProgramMount;
import io.github.rootfsmaven.rules.mounts.WritableSystemMount;
import io.github.rootfsmaven.rules.root.DockerRunWritable;
import io.github.rootfsmaven.rules.root.EngineSocket;
import io.github.rootfsmaven.rules.root.HostIpc;
import io.github.rootfsmaven.rules.root.PrivilegedContainer;
import io.github.rootfsmaven.rules.root.PrivilegedHook;
import io.github.rootfsmaven.rules.root.RawDevice;
import io.github.rootfsmaven.rules.root.RemountCapability;
import io.github.rootfsmaven.rules.root.SharedProcessNamespace;
import io.github.rootfsmaven.rules.root.WritableKernelPaths;
import io.github.rootfsmaven.rules.root.WritableRootfs;
import io.github.rootfsmaven.rules.tmpfs.InvalidTmpfsOption;
import io.github.rootfsmaven.rules.tmpfs.MissingTmp;
import io.github.rootfsmaven.rules.tmpfs.PersistentDataOnTmpfs;
import io.github.rootfsmaven.rules.tmpfs.TmpfsHidesImageFiles;
import io.github.rootfsmaven.rules.tmpfs.TmpfsModeDecimal;
import io.github.rootfsmaven.rules.tmpfs.TmpfsOnWindows;
import io.github.rootfsmaven.rules.tmpfs.TmpfsOwner;
import io.github.rootfsmaven.rules.tmpfs.UnboundedTmpfs;
import io.github.rootfsmaven.rules.tmpfs.WeakenedTmpfs;
import io.github.rootfsmaven.rules.writes.CommandWrite;
import io.github.rootfsmaven.rules.writes.EntrypointWrite;
import io.github.rootfsmaven.rules.writes.InlinedConfigOnReadOnly;
import io.github.rootfsmaven.rules.writes.KnownImageWrite;
import io.github.rootfsmaven.rules.writes.NativeLibraryNeedsExecTmp;
import io.github.rootfsmaven.rules.writes.RuntimeInstall;
import io.github.rootfsmaven.rules.writes.WatchOnReadOnly;
import java.util.List;

/** The list of all rules. */
public final class Rules {
    private Rules() {}

    /** All rules. Where two speak of one mount and are equally grave, the earlier is told: the more specific is first. */
    public static List<Rule> all() {
        return List.of(
                new InvalidCompose(),
                new InvalidDockerfile(),
                new NotRead(),
                new WritableRootfs(),
                new DockerRunWritable(),
                new PrivilegedContainer(),
                new RemountCapability(),
                new PrivilegedHook(),
                new RawDevice(),
                new EngineSocket(),
                new WritableKernelPaths(),
                new SharedProcessNamespace(),
                new HostIpc(),
                new InlinedConfigOnReadOnly(),
                new NativeLibraryNeedsExecTmp(),
                new WatchOnReadOnly(),
                new InvalidTmpfsOption(),
                new TmpfsOnWindows(),
                new TmpfsModeDecimal(),
                new TmpfsHidesImageFiles(),
                new TmpfsOwner(),
                new PersistentDataOnTmpfs(),
                new MissingTmp(),
                new RuntimeInstall(),
                new KnownImageWrite(),
                new EntrypointWrite(),
                new CommandWrite(),
                new WeakenedTmpfs(),
                new UnboundedTmpfs(),
                new IgnoredMountOption(),
                new MountpointInReadOnlyBind(),
                new DroppedVolumesFromRo(),
                new PiercedReadOnly(),
                new SensitiveHostPath(),
                new WritableProgramMount(),
                new AnonymousVolume(),
                new VolumeOwner(),
                new WritableConfigMount(),
                new WritableSystemMount(),
                new BroadWritableMount(),
                new TempOnVolume(),
                new SharedWritableVolume(),
                new ImageVolumeOverProgram(),
                new ImageVolume(),
                new WritableProgramFiles());
    }
}
