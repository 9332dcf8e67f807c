package org.mfg.app.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The options that commands share. */
final class Options {
    private Options() {}

    /** An option with a text value; what the text must be is checked later, with messages in the user's words. */
    static OptionSpec.Builder text(String name, String... others) {
        return OptionSpec.builder(name, others).type(String.class).arity("1");
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .type(Boolean.class)
                .arity("0")
                .usageHelp(true)
                .description("show this help")
                .build();
    }

    static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .type(Boolean.class)
                .arity("0")
                .versionHelp(true)
                .description("show the version")
                .build();
    }

    static OptionSpec plugins() {
        return text("--plugins")
                .paramLabel("DIR")
                .scopeType(ScopeType.INHERIT)
                .description("a folder with jars of plugins")
                .build();
    }

    static OptionSpec noChecks() {
        return OptionSpec.builder("--no-checks")
                .type(Boolean.class)
                .arity("0")
                .scopeType(ScopeType.INHERIT)
                .description(
                        "go on, with a warning, even if a Hamiltonian or a coupling breaks its promises, for example with a wrong derivative")
                .build();
    }
}
