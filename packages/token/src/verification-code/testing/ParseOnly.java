import com.sun.source.util.JavacTask;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Parses the files named, as the compiler does before it looks for their libraries; ends with 1 for a fault of syntax. */
public final class ParseOnly {
    public static void main(String[] files) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var faults = new DiagnosticCollector<JavaFileObject>();
        try (var manager = compiler.getStandardFileManager(faults, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(Arrays.stream(files).map(Path::of).toList());
            ((JavacTask) compiler.getTask(null, manager, faults, null, null, sources)).parse();
        }
        faults.getDiagnostics().forEach(System.err::println);
        System.exit(faults.getDiagnostics().isEmpty() ? 0 : 1);
    }
}
