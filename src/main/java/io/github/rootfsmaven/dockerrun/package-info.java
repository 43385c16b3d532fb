/** {@code docker run} lines of scripts and Makefiles, read as the docker command line reads them. */
package io.github.rootfsmaven.dockerrun;
