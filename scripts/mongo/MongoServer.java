import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/**
 * A server in memory that speaks MongoDB's protocol, on the loopback address.
 *
 * <p>It has no transactions, and takes validators without enforcing them.
 *
 * <p>usage: java -cp 'libraries/*' MongoServer.java port
 */
public class MongoServer {

    /** The library calls itself older than today's drivers accept. */
    private static final MongoVersion VERSION = new MongoVersion() {
        @Override
        public int getWireVersion() {
            return 13;
        }

        @Override
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0);
        }

        @Override
        public String toVersionString() {
            return "5.0.0";
        }
    };

    public static void main(String[] arguments) {
        MemoryBackend backend = new MemoryBackend();
        backend.version(VERSION);
        var server = new de.bwaldvogel.mongo.MongoServer(backend);
        server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
    }
}
